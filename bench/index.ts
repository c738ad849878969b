import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReleaseFile } from "../src/dataset/codec";
import { Dataset } from "../src/dataset/dataset";
import { createCaller, createSession } from "../src/functions";
import { createSearch } from "../src/query/search";
import { measure, milliseconds, printLines, type Line } from "./measure";
import { syntheticRelease } from "./synthetic";

const CALLS = 10_000;
const data = join(__dirname, "..", "build", "data");

const latest = JSON.parse(readFileSync(join(data, "latest.json"), "utf8")) as { file: string };
const text = readFileSync(join(data, latest.file), "utf8");
const real = JSON.parse(text) as ReleaseFile;

const lines: Line[] = [];
const compare = (what: string, leftName: string, left: number, rightName: string, right: number) =>
  lines.push({ what, left: `${leftName} ${milliseconds(left)}`, right: `${rightName} ${milliseconds(right)}`, ratio: right / left });

const small = syntheticRelease(real, 10_000);
const large = syntheticRelease(real, 1_000_000);
compare("load: time for 100 times the observations", "10 k", measure(() => new Dataset(small)), "1 M", measure(() => new Dataset(large), 3));

const [few, many] = [new Dataset(small), new Dataset(large)];
const lookUps = (dataset: Dataset) => {
  const view = dataset.view();
  const step = Math.max(1, Math.floor(dataset.series.length / 500));
  const chosen = dataset.series.filter((_, index) => index % step === 0).slice(0, 84);
  return () => {
    for (let i = 0; i < CALLS; i++) view.observation(chosen[i % chosen.length]!, `201${i % 10}-06`);
  };
};
compare(`look-up: ${CALLS} figures`, "of 10 k", measure(lookUps(few)), "of 1 M", measure(lookUps(many)));

const dataset = new Dataset(real);
const caller = createCaller(createSession(dataset, { addinVersion: "bench" }));
const formulas = measure(() => {
  for (let i = 0; i < CALLS; i++) caller.call("METALS.IMPORTS", ["copper", i % 2 ? 2024 : 2012, null, null, "USD bn"]);
});
const series = dataset.seriesById("imports.copper.chn.wld.value.customs.a")!;
const view = dataset.view();
const bare = measure(() => {
  for (let i = 0; i < CALLS; i++) view.observation(series, i % 2 ? "2024" : "2012");
});
compare(`formula: ${CALLS} calls against bare look-ups`, "look-up", bare, "METALS.IMPORTS", formulas);

const scan = measure(() => {
  for (let i = 0; i < 100; i++) dataset.series.filter(({ id }) => id === series.id).map((found) => view.observation(found, "2024"));
}) * (CALLS / 100);
compare(`look-up: index against a scan of ${dataset.series.length} series`, "index", bare, "scan", scan);

compare("start: reading the release against parsing its JSON", "JSON.parse", measure(() => JSON.parse(text)), "parse + index", measure(() => new Dataset(JSON.parse(text) as ReleaseFile)));

const { search } = createSearch(dataset);
const FRAME = 16;
const keystrokes = [..."copper imports"].map((_, i) => "copper imports".slice(0, i + 1));
const slowest = Math.max(...keystrokes.map((typed) => measure(() => search(typed, 50), 3)));
compare("search: slowest keystroke against a frame", "frame", FRAME, "keystroke", slowest);

printLines(lines);

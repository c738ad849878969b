import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReleaseFile } from "../src/dataset/format/codec";
import { Dataset } from "../src/dataset/dataset";
import { viewAt } from "../src/dataset/view";
import { createCaller, createSession } from "../src/functions";
import { createSearch } from "../src/query/search/search";
import { Facets } from "../src/taskpane/find/facets";
import { measure, milliseconds, printLines, type Line } from "./measure";
import { syntheticRelease } from "./synthetic";

const CALLS = 10_000;
const data = join(__dirname, "..", "build", "data");

const latest = JSON.parse(readFileSync(join(data, "latest.json"), "utf8")) as { file: string };
const text = readFileSync(join(data, latest.file), "utf8");
const real = JSON.parse(text) as ReleaseFile;

const lines: Line[] = [];
const compare = (what: string, leftName: string, left: number, rightName: string, right: number) =>
  lines.push({
    what,
    left: `${leftName} ${milliseconds(left)}`,
    right: `${rightName} ${milliseconds(right)}`,
    ratio: right / left,
  });

const small = syntheticRelease(real, 10_000);
const large = syntheticRelease(real, 1_000_000);
compare(
  "load: time for 100 times the observations",
  "10 k",
  measure(() => new Dataset(small)),
  "1 M",
  measure(() => new Dataset(large), 3),
);

const [few, many] = [new Dataset(small), new Dataset(large)];
const lookUps = (dataset: Dataset) => {
  const view = viewAt(dataset);
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
const view = viewAt(dataset);
const bare = measure(() => {
  for (let i = 0; i < CALLS; i++) view.observation(series, i % 2 ? "2024" : "2012");
});
compare(`formula: ${CALLS} calls against bare look-ups`, "look-up", bare, "METALS.IMPORTS", formulas);

const scan =
  measure(() => {
    for (let i = 0; i < 100; i++)
      dataset.series.filter(({ id }) => id === series.id).map((found) => view.observation(found, "2024"));
  }) *
  (CALLS / 100);
compare(`look-up: index against a scan of ${dataset.series.length} series`, "index", bare, "scan", scan);

compare(
  "start: reading the release against parsing its JSON",
  "JSON.parse",
  measure(() => JSON.parse(text)),
  "parse + index",
  measure(() => new Dataset(JSON.parse(text) as ReleaseFile)),
);

const { find } = createSearch(dataset);
const FRAME = 16;
const SEARCHES = [
  "copper imports",
  "magnets US June",
  "稀土 配额",
  "gallium controls",
  "refind coper productoin",
  "lithium carbonate imports from chile 2024",
];
const facets = new Facets(view);
/** What a letter costs: the search, the filters, and the counts of the menu that is open. */
const keystroke = (typed: string) => {
  const { hits } = find(typed);
  facets.filter(hits, { period: "freq:a" });
  facets.count(hits, { period: "freq:a" }, "area");
};
const typed = SEARCHES.flatMap((words) => [...words].map((_, i) => words.slice(0, i + 1)));
const times = typed.map((words) => [words, measure(() => keystroke(words), 3)] as const).sort((a, b) => b[1] - a[1]);
const [slowest, most] = times[Math.floor(times.length / 100)]!;
compare(
  `search: 99th percentile of ${typed.length} keystrokes (${slowest}) against a frame`,
  "frame",
  FRAME,
  "keystroke",
  most,
);
const everything = measure(() => keystroke(""), 3);
compare("search: filters over all series against a frame", "frame", FRAME, "keystroke", everything);

printLines(lines);

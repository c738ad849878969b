import type { ReleaseFile } from "../src/dataset/format/codec";
import { Dataset } from "../src/dataset/dataset";
import { viewAt } from "../src/dataset/view";
import { createCaller, type Caller } from "../src/functions";
import { createSession } from "../src/functions/languages";
import { createSearch } from "../src/query/search/search";
import { measure, sideBySide, type Line } from "./measure";
import { keystrokesIn, slowest, TYPED } from "./keystrokes";
import { syntheticRelease } from "./synthetic";

const CALLS = 10_000;
/** A frame on screen, in milliseconds. */
const FRAME = 16;
/** Loading, looking up and searching, over today's release and invented ones of other sizes. */
export async function dataLines(text: string): Promise<Line[]> {
  const real = JSON.parse(text) as ReleaseFile;
  const [small, large] = [syntheticRelease(real, 10_000), syntheticRelease(real, 1_000_000)];
  const dataset = new Dataset(real);
  const load = (file: ReleaseFile) => () => void new Dataset(file);
  const series = dataset.seriesById("imports.copper.chn.wld.value.customs.a")!;
  const view = viewAt(dataset);
  const bare = {
    name: "look-up",
    run: () => {
      for (let i = 0; i < CALLS; i++) view.observation(series, i % 2 ? "2024" : "2012");
    },
  };
  const caller = createCaller(createSession(dataset, { addinVersion: "bench" }));
  return [
    await sideBySide(
      "load: 100 times the figures",
      { name: "10 k", run: load(small) },
      { name: "1 M", run: load(large) },
      { rounds: 3 },
    ),
    await sideBySide(`formula: ${CALLS} calls against bare look-ups`, bare, {
      name: "METALS.IMPORTS",
      run: () => {
        for (let i = 0; i < CALLS; i++)
          caller.call("METALS.IMPORTS", ["copper", i % 2 ? 2024 : 2012, null, null, "USD bn"]);
      },
    }),
    await sideBySide(
      "start: reading the release against parsing its JSON",
      { name: "JSON.parse", run: () => void JSON.parse(text) },
      { name: "parse and index", run: () => void new Dataset(JSON.parse(text) as ReleaseFile) },
    ),
    ...(await searchLines(dataset)),
    ...(await gridLines(dataset)),
  ];
}

async function searchLines(dataset: Dataset): Promise<Line[]> {
  const keystroke = keystrokesIn(dataset, createSearch(dataset));
  const frame = { name: "frame", run: () => FRAME };
  return [
    await sideBySide(
      `search: 99th percentile of ${TYPED.length} keystrokes`,
      frame,
      { name: "keystroke", run: () => slowest(keystroke) },
      { rounds: 1, bound: 1 },
    ),
    await sideBySide(
      "search: filters over all series",
      frame,
      { name: "keystroke", run: () => keystroke("") },
      { bound: 1 },
    ),
  ];
}

/** Microseconds that a cell of a grid may take beyond what one call takes. */
const CELL = 1.5;

/** A block that was asked for before, as in a recalculation, and blocks of other countries, each asked for once. */
async function gridLines(dataset: Dataset): Promise<Line[]> {
  const metals = ["copper", "iron ore", "aluminium", "lithium", "manganese", "zinc", "nickel", "lead", "tin", "cobalt"];
  const years = Array.from({ length: 13 }, (_, i) => 2012 + i);
  const countries = ["Australia", "Brazil", "Canada", "Chile", "India", "Indonesia", "Peru", "Russia", "United States"];
  const grid = (caller: Caller, country: string | null) =>
    caller.call("METALS.GRID", ["production", metals.map((metal) => [metal]), [years], country]);
  const newCaller = () => createCaller(createSession(dataset, { addinVersion: "bench" }));
  const known = newCaller();
  const [again, one] = [
    () => measure(() => grid(known, null), 20),
    () => measure(() => known.call("METALS.PRODUCTION", ["copper", 2012]), 20),
  ];
  const first = () => {
    const caller = newCaller();
    grid(caller, null);
    return measure(() => countries.forEach((country) => grid(caller, country)), 1) / countries.length;
  };
  const line = (when: string, time: () => number) =>
    sideBySide(
      `GRID of 10 by 13, ${when}: a cell beyond one call`,
      { name: "allowed", run: () => CELL / 1000 },
      { name: "a cell", run: () => Math.max(0.00001, (time() - one()) / (metals.length * years.length)) },
      // The middle one of so many is measured with the code compiled: what one call takes is measured so as well.
      { rounds: 101, bound: 1 },
    );
  return [await line("for the first time", first), await line("again", again)];
}

import type { ReleaseFile } from "../src/dataset/format/codec";
import { Dataset } from "../src/dataset/dataset";
import { viewAt } from "../src/dataset/view";
import { createCaller, createSession, type Caller } from "../src/functions";
import { createSearch } from "../src/query/search/search";
import { Facets } from "../src/taskpane/find/facets";
import { measure, sideBySide, type Line } from "./measure";
import { syntheticRelease } from "./synthetic";

const CALLS = 10_000;
/** A frame on screen, in milliseconds. */
const FRAME = 16;
const SEARCHES = [
  "copper imports",
  "magnets US June",
  "稀土 配额",
  "gallium controls",
  "refind coper productoin",
  "lithium carbonate imports from chile 2024",
];

/** Loading, looking up and searching, over today's release and invented ones of other sizes. */
export async function dataLines(text: string): Promise<Line[]> {
  const real = JSON.parse(text) as ReleaseFile;
  const [small, large] = [syntheticRelease(real, 10_000), syntheticRelease(real, 1_000_000)];
  const [few, many, dataset] = [new Dataset(small), new Dataset(large), new Dataset(real)];
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
    await sideBySide(
      `look-up: ${CALLS} figures`,
      { name: "of 10 k", run: lookUps(few) },
      { name: "of 1 M", run: lookUps(many) },
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

/** Figures from all over a dataset. */
function lookUps(dataset: Dataset): () => void {
  const view = viewAt(dataset);
  const step = Math.max(1, Math.floor(dataset.series.length / 500));
  const chosen = dataset.series.filter((_, index) => index % step === 0).slice(0, 84);
  return () => {
    for (let i = 0; i < CALLS; i++) view.observation(chosen[i % chosen.length]!, `201${i % 10}-06`);
  };
}

/** What a letter costs: the search, the filters, and the counts of the menu that is open. */
async function searchLines(dataset: Dataset): Promise<Line[]> {
  const { find } = createSearch(dataset);
  const facets = new Facets(viewAt(dataset));
  const keystroke = (typed: string) => {
    const { hits } = find(typed);
    facets.filter(hits, { period: "freq:a" });
    facets.count(hits, { period: "freq:a" }, "area");
  };
  const typed = SEARCHES.flatMap((words) => [...words].map((_, i) => words.slice(0, i + 1)));
  const times = typed.map((words) => measure(() => keystroke(words), 3)).sort((a, b) => b - a);
  const most = times[Math.floor(times.length / 100)]!;
  const frame = { name: "frame", run: () => FRAME };
  return [
    await sideBySide(
      `search: 99th percentile of ${typed.length} keystrokes`,
      frame,
      { name: "keystroke", run: () => most },
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
      { rounds: 15, bound: 1 },
    );
  return [await line("for the first time", first), await line("again", again)];
}

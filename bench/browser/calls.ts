import { grouped } from "../../src/dataset/catalogue";
import type { Dataset } from "../../src/dataset/dataset";
import { createCaller, createSession } from "../../src/functions";
import { median, type Line } from "../measure";
import type { Asked, BenchPage } from "./pages";

/** Microseconds of our own on top of the runtime's, for one call. */
const ALLOWED = { figure: 4, text: 20 };
const ROUNDS = 7;

const METALS = ["copper", "iron ore", "aluminium", "lithium", "manganese", "zinc", "nickel", "lead", "tin", "cobalt"];
const AREAS = [
  "Chile",
  "Peru",
  "Australia",
  "Brazil",
  "United States",
  "Japan",
  "Germany",
  "India",
  "Canada",
  "Russia",
];
const YEARS = Array.from({ length: 20 }, (_, i) => 2006 + i);

/** So many different questions of a kind. */
function each(id: string, ask: (metal: string, year: number, area: string) => Asked[1]): Asked[] {
  return METALS.flatMap((metal) => YEARS.flatMap((year) => AREAS.map((area): Asked => [id, ask(metal, year, area)])));
}

const KINDS: readonly (readonly [what: string, allowed: number, calls: readonly Asked[]])[] = [
  ["IMPORTS", ALLOWED.figure, each("METALS.IMPORTS", (metal, year, area) => [metal, year, area])],
  ["IMPORTS, reconciled", ALLOWED.figure, each("METALS.IMPORTS", (m, y, a) => [m, y, a, null, "USD bn", "baci"])],
  ["EXPORTS", ALLOWED.figure, each("METALS.EXPORTS", (metal, year, area) => [metal, year, area, "weight"])],
  ["BALANCE", ALLOWED.figure, each("METALS.BALANCE", (metal, year, area) => [metal, year, area])],
  ["PRODUCTION", ALLOWED.figure, each("METALS.PRODUCTION", (metal, year, area) => [metal, year, area])],
  ["RESERVES", ALLOWED.figure, each("METALS.RESERVES", (metal, year, area) => [metal, year, area])],
  ["PRICE", ALLOWED.figure, each("METALS.PRICE", (metal, year, area) => [metal, `${year}-${month(area)}`])],
  [
    "INDICATOR",
    ALLOWED.figure,
    each("METALS.INDICATOR", (_, year, area) => [`${code(area)} per USD`, `${year}-${month(area)}`]),
  ],
  ["GROWTH", ALLOWED.figure, each("METALS.GROWTH", (metal, year, area) => ["production", metal, year, year - 1, area])],
  ["CAGR", ALLOWED.figure, each("METALS.CAGR", (metal, year, area) => ["production", metal, year - 3, year, area])],
  ["SHARE", ALLOWED.figure, each("METALS.SHARE", (metal, year, area) => ["production", metal, year, area])],
  [
    "GET",
    ALLOWED.figure,
    each("METALS.GET", (_, year, area) => [
      `exchange-rate.${code(area).toLowerCase()}-per-usd.fed-h10.m`,
      `${year}-${month(area)}`,
    ]),
  ],
  [
    "QUOTA",
    ALLOWED.figure,
    each("REE.QUOTA", (_, year, area) => [year, AREAS.indexOf(area) % 2 ? "mining" : "smelting"]),
  ],
  ["REE.EXPORTS", ALLOWED.figure, each("REE.EXPORTS", (_, year, area) => ["magnets", year, area])],
  [
    "LATEST",
    ALLOWED.figure,
    each("METALS.LATEST", (metal, year, area) => ["production", metal, area, null, `${year}`]),
  ],
  ["CONTROLLED", ALLOWED.text, each("REE.CONTROLLED", (metal, year, area) => [metal, `${year}-06-30`, area])],
  ["VERSION", ALLOWED.text, each("METALS.VERSION", () => [])],
  ["SOURCE", ALLOWED.text, each("METALS.SOURCE", (metal, year, area) => ["production", metal, year, area])],
  ["STATUS", ALLOWED.text, each("METALS.STATUS", (metal, year, area) => ["production", metal, year, area])],
  ["a metal that is none", ALLOWED.text, each("METALS.IMPORTS", (metal, year, area) => [`${metal}${area}ium`, year])],
  ["a series that is none", ALLOWED.text, each("METALS.GET", (metal, year, area) => [`${metal}.${area}`, year])],
];

function month(area: string): string {
  return String(AREAS.indexOf(area) + 1).padStart(2, "0");
}

function code(area: string): string {
  return ["CNY", "JPY", "KRW", "INR", "HKD"][AREAS.indexOf(area) % 5]!;
}

/** Calls of one kind that are all answered or all refused: to say why not takes longer than to find a figure. */
interface Kind {
  readonly what: string;
  readonly allowed: number;
  readonly calls: readonly Asked[];
}

/** Fewer calls than these are too few to tell. */
const FEWEST = 500;

function parted(dataset: Dataset): Kind[] {
  const caller = createCaller(createSession(dataset, { addinVersion: "" }));
  const isAnswered = ([id, args]: Asked) => {
    try {
      caller.call(id, args);
      return true;
    } catch {
      return false;
    }
  };
  return KINDS.flatMap(([what, allowed, all]) => {
    if (allowed === ALLOWED.text) return [{ what, allowed, calls: all }];
    const groups = grouped(all, isAnswered);
    return [
      { what, allowed, calls: groups.get(true) ?? [] },
      { what: `${what}, refused`, allowed: ALLOWED.text, calls: groups.get(false) ?? [] },
    ].filter(({ calls }) => calls.length >= FEWEST);
  });
}

/** What a call costs beyond what the runtime takes for a function that returns 1: put for the first time on its page, and again. */
export async function callLinesOf(bare: BenchPage, ours: BenchPage, dataset: Dataset): Promise<Line[]> {
  const kinds = parted(dataset);
  const times = kinds.map(() => ({ first: [] as Pair[], again: [] as Pair[] }));
  for (let round = 0; round <= ROUNDS; round++) {
    await ours.renew();
    await bare.renew();
    // Another kind begins each time, for the first one to be asked also waits for what is made once.
    for (let i = 0; i < kinds.length; i++) {
      const at = (i + round * 5) % kinds.length;
      const { calls } = kinds[at]!;
      // The runtime hands over the sooner the longer it had nothing to do, so the pages take turns.
      const took = [
        await bare.answers(calls),
        await ours.answers(calls),
        await bare.answers(calls),
        await ours.answers(calls),
      ];
      if (round === 0) continue;
      const [least, first, leastAgain, again] = took.map((total) => (total / calls.length) * 1000) as [
        number,
        number,
        number,
        number,
      ];
      times[at]!.first.push([least, first]);
      times[at]!.again.push([leastAgain, again]);
    }
  }
  return kinds.flatMap(({ what, allowed }, i) => [
    lineOf(`${what}, for the first time`, allowed, times[i]!.first),
    lineOf(`${what}, again`, allowed, times[i]!.again),
  ]);
}

/** Microseconds a call of functions that answer 1, and of ours. */
type Pair = readonly [least: number, whole: number];

function lineOf(what: string, allowed: number, times: readonly Pair[]): Line {
  const whole = median(times.map(([, one]) => one));
  const own = Math.max(0, whole - median(times.map(([one]) => one)));
  return {
    what: `call: ${what}, of ${whole.toFixed(1)} µs our own`,
    left: `allowed ${allowed} µs`,
    right: `${own.toFixed(1)} µs`,
    ratio: own / allowed,
    bound: 1,
  };
}

import { median, type Line } from "../measure";
import type { Asked, BenchPage } from "./pages";

/** Microseconds of our own on top of the runtime's, for one call. */
const ALLOWED = { figure: 4, text: 20 };
const CALLS = 2000;
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

/** What a call costs beyond what the runtime takes for a function that returns 1, every question put for the first time. */
export async function callLinesOf(bare: BenchPage, ours: BenchPage): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [what, allowed, calls] of KINDS) {
    const times: (readonly [number, number])[] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const some = calls.slice(0, CALLS);
      const pair = [await bare.answers(some), await ours.answers(some)] as const;
      if (round > 0) times.push(pair);
    }
    const [least, whole] = [median(times.map(([one]) => one)), median(times.map(([, one]) => one))].map(
      (total) => (total / CALLS) * 1000,
    ) as [number, number];
    const own = Math.max(0, whole - least);
    lines.push({
      what: `call: ${what}, of ${whole.toFixed(1)} µs our own`,
      left: `allowed ${allowed} µs`,
      right: `${own.toFixed(1)} µs`,
      ratio: own / allowed,
      bound: 1,
    });
  }
  return lines;
}

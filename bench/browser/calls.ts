import { grouped } from "../../src/dataset/catalogue";
import type { Dataset } from "../../src/dataset/dataset";
import { viewAt } from "../../src/dataset/view";
import { createCaller, createSession } from "../../src/functions";
import type { CallArgument } from "../../workbench/host/call-arguments";
import { median, type Line } from "../measure";
import type { Asked, BenchPage } from "./pages";

/** Microseconds of our own on top of the runtime's, for one call. */
const ALLOWED = { figure: 4, text: 20 };
const ROUNDS = 3;

const METALS = ["copper", "iron ore", "aluminium", "lithium", "manganese", "zinc", "nickel", "lead", "tin", "cobalt"];
const YEARS = Array.from({ length: 20 }, (_, i) => 2006 + i);
const MONTHS = YEARS.flatMap((year) => Array.from({ length: 12 }, (_, i) => `${year}-${`${i + 1}`.padStart(2, "0")}`));
const CURRENCIES = ["CNY", "JPY", "KRW", "INR", "HKD"];

/** Every question of a kind is another one, and there are so many where the function has as many. */
const QUESTIONS = 10_000;

/** The countries with the most series: with ten metals and twenty years they make as many questions. */
function countriesOf(dataset: Dataset): string[] {
  const count = new Map<string, number>();
  for (const { reporter, partner } of dataset.catalogueAt(dataset.releases.length - 1).series)
    for (const code of [reporter, partner]) count.set(code, (count.get(code) ?? 0) + 1);
  return [...dataset.codes("areas").values()]
    .filter(({ kind }) => kind === "country")
    .sort((a, b) => (count.get(b.id) ?? 0) - (count.get(a.id) ?? 0))
    .slice(0, QUESTIONS / METALS.length / YEARS.length)
    .map(({ label }) => label);
}

/** Figures all over the dataset, by the ids of their series. */
function figuresOf(dataset: Dataset): [string, string][] {
  const view = viewAt(dataset, {});
  const all = view.catalogue.series.flatMap((series) =>
    view.periods(series).map((period): [string, string] => [series.id, period]),
  );
  const step = Math.max(1, Math.floor(all.length / QUESTIONS));
  return all.filter((_, i) => i % step === 0);
}

type Ask = (metal: string, year: number, area: string) => Asked[1];

function kindsOf(dataset: Dataset): Kind[] {
  const countries = countriesOf(dataset);
  const each = (id: string, ask: Ask): Asked[] =>
    METALS.flatMap((metal) => YEARS.flatMap((year) => countries.map((area): Asked => [id, ask(metal, year, area)])));
  const combined = (id: string, ...lists: (readonly CallArgument[])[]): Asked[] =>
    lists
      .reduce<CallArgument[][]>((all, list) => all.flatMap((args) => list.map((one) => [...args, one])), [[]])
      .map((args): Asked => [id, args]);
  const kind = (what: string, calls: readonly Asked[], allowed = ALLOWED.figure): Kind => ({
    what,
    allowed,
    calls: calls.slice(0, QUESTIONS),
  });
  const rates = CURRENCIES.map((code) => `${code} per USD`);
  return [
    kind(
      "IMPORTS",
      each("METALS.IMPORTS", (metal, year, area) => [metal, year, area]),
    ),
    kind(
      "IMPORTS, reconciled",
      each("METALS.IMPORTS", (m, y, a) => [m, y, a, null, "USD bn", "baci"]),
    ),
    kind(
      "EXPORTS",
      each("METALS.EXPORTS", (metal, year, area) => [metal, year, area, "weight"]),
    ),
    kind(
      "BALANCE",
      each("METALS.BALANCE", (metal, year, area) => [metal, year, area]),
    ),
    kind(
      "PRODUCTION",
      each("METALS.PRODUCTION", (metal, year, area) => [metal, year, area]),
    ),
    kind(
      "RESERVES",
      each("METALS.RESERVES", (metal, year, area) => [metal, year, area]),
    ),
    kind("PRICE", combined("METALS.PRICE", METALS, [...YEARS, ...MONTHS], ["USD/t", "USD/kg", "USD/lb", "CNY/t"])),
    kind("INDICATOR", combined("METALS.INDICATOR", rates, [...YEARS, ...MONTHS])),
    kind(
      "GROWTH",
      each("METALS.GROWTH", (metal, year, area) => ["production", metal, year, year - 1, area]),
    ),
    kind(
      "CAGR",
      each("METALS.CAGR", (metal, year, area) => ["production", metal, year - 3, year, area]),
    ),
    kind(
      "SHARE",
      each("METALS.SHARE", (metal, year, area) => ["production", metal, year, area]),
    ),
    kind(
      "GET",
      figuresOf(dataset).map((args): Asked => ["METALS.GET", args]),
    ),
    kind(
      "QUOTA",
      combined(
        "REE.QUOTA",
        YEARS,
        ["mining", "smelting"],
        ["total", "light", "heavy"],
        [null, 1, 2, 3],
        ["t", "kt", "Mt"],
      ),
    ),
    kind(
      "REE.EXPORTS",
      combined("REE.EXPORTS", ["magnets", "compounds"], YEARS, countries, ["t", "kg", "kt", "Mt", "lb"]),
    ),
    kind(
      "LATEST",
      each("METALS.LATEST", (metal, year, area) => ["production", metal, area, null, `${year}`]),
    ),
    kind(
      "CONTROLLED",
      each("REE.CONTROLLED", (metal, year, area) => [metal, `${year}-06-30`, area]),
      ALLOWED.text,
    ),
    kind("VERSION", Array<Asked>(QUESTIONS).fill(["METALS.VERSION", []]), ALLOWED.text),
    kind(
      "SOURCE",
      each("METALS.SOURCE", (metal, year, area) => ["production", metal, year, area]),
      ALLOWED.text,
    ),
    kind(
      "STATUS",
      each("METALS.STATUS", (metal, year, area) => ["production", metal, year, area]),
      ALLOWED.text,
    ),
    kind(
      "a metal that is none",
      each("METALS.IMPORTS", (metal, year, area) => [`${metal}${area}ium`, year]),
      ALLOWED.text,
    ),
    kind(
      "a series that is none",
      each("METALS.GET", (metal, year, area) => [`${metal}.${area}`, year]),
      ALLOWED.text,
    ),
  ];
}

/** Calls of one kind that are all answered or all refused: to say why not takes longer than to find a figure. */
interface Kind {
  readonly what: string;
  readonly allowed: number;
  readonly calls: readonly Asked[];
}

/** Fewer calls than these are too few to tell. */
const FEWEST = 500;

export function parted(dataset: Dataset): Kind[] {
  const caller = createCaller(createSession(dataset, { addinVersion: "" }));
  const isAnswered = ([id, args]: Asked) => {
    try {
      caller.call(id, args);
      return true;
    } catch {
      return false;
    }
  };
  return kindsOf(dataset).flatMap(({ what, allowed, calls: all }) => {
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
  return kinds.flatMap(({ what, allowed, calls: { length } }, i) => [
    lineOf(`${what}, for the first time`, length, allowed, times[i]!.first),
    lineOf(`${what}, again`, length, allowed, times[i]!.again),
  ]);
}

/** Microseconds a call of functions that answer 1, and of ours. */
type Pair = readonly [least: number, whole: number];

function lineOf(what: string, count: number, allowed: number, times: readonly Pair[]): Line {
  const whole = median(times.map(([, one]) => one));
  const own = Math.max(0, whole - median(times.map(([one]) => one)));
  return {
    what: `call: ${what}, ${count} questions, of ${whole.toFixed(1)} µs our own`,
    left: `allowed ${allowed} µs`,
    right: `${own.toFixed(1)} µs`,
    ratio: own / allowed,
    bound: 1,
  };
}

import type { Dataset } from "../../src/dataset/dataset";
import type { Series } from "../../src/dataset/records";
import { viewAt } from "../../src/dataset/view";
import type { CallArgument } from "../../workbench/host/call-arguments";
import type { Asked } from "./pages";

/** At most so many of a kind are put, every one another question. */
export const QUESTIONS = 10_000;

const METALS = ["copper", "iron ore", "aluminium", "lithium", "manganese", "zinc", "nickel", "lead", "tin", "cobalt"];
const YEARS = Array.from({ length: 20 }, (_, i) => 2006 + i);
const MONTHS = YEARS.flatMap((year) => Array.from({ length: 12 }, (_, i) => `${year}-${`${i + 1}`.padStart(2, "0")}`));
const RATES = ["CNY", "JPY", "KRW", "INR", "HKD"].map((code) => `${code} per USD`);
const AS_OF = [null, "R1", "R2", "2026-01-31", "2025-06-30"];

/** What is put to the functions that give a figure, by the function or what is special about the questions. */
export function figureQuestions(dataset: Dataset): Record<string, readonly Asked[]> {
  const countries = countriesOf(dataset);
  const byCountry = byCountryIn(countries);
  const held = (id: string, flow: string): Asked[] =>
    figuresIn(dataset, ({ indicator, reporter }) => indicator === flow && reporter === "chn").map(
      ([{ item, partner, measure }, period]): Asked => [id, [item, period, partner, measure]],
    );
  return withoutTwins({
    IMPORTS: [...held("METALS.IMPORTS", "imports"), ...byCountry("METALS.IMPORTS", (...asked) => asked)],
    "IMPORTS, reconciled": byCountry("METALS.IMPORTS", (m, y, country) => [m, y, country, null, "USD bn", "baci"]),
    EXPORTS: [...held("METALS.EXPORTS", "exports"), ...byCountry("METALS.EXPORTS", (...asked) => [...asked, "weight"])],
    BALANCE: byCountry("METALS.BALANCE", (...asked) => asked),
    PRODUCTION: byCountry("METALS.PRODUCTION", (...asked) => asked),
    RESERVES: byCountry("METALS.RESERVES", (...asked) => asked),
    PRICE: combined("METALS.PRICE", METALS, [...YEARS, ...MONTHS], ["USD/t", "USD/kg", "USD/lb", "CNY/t"]),
    INDICATOR: combined("METALS.INDICATOR", RATES, [...YEARS, ...MONTHS], [null], AS_OF),
    GROWTH: byCountry("METALS.GROWTH", (metal, year, country) => ["production", metal, year, year - 1, country]),
    CAGR: byCountry("METALS.CAGR", (metal, year, country) => ["production", metal, year - 3, year, country]),
    SHARE: byCountry("METALS.SHARE", (metal, year, country) => ["production", metal, year, country]),
    GET: figuresIn(dataset).map(([{ id }, period]): Asked => ["METALS.GET", [id, period]]),
    QUOTA: combined(
      "REE.QUOTA",
      YEARS,
      ["mining", "smelting"],
      ["total", "light", "heavy"],
      [null, 1, 2, 3],
      ["t", "kt", "Mt"],
      AS_OF,
    ),
    "REE.EXPORTS": combined("REE.EXPORTS", ["magnets", "compounds"], YEARS, countries, ["t", "kg", "kt", "Mt", "lb"]),
    LATEST: combined(
      "METALS.LATEST",
      ["production", "imports", "exports", "reserves"],
      METALS,
      countries,
      [null],
      AS_OF,
    ),
  });
}

/** Every question once. */
function withoutTwins(questions: Record<string, readonly Asked[]>): Record<string, readonly Asked[]> {
  return Object.fromEntries(
    Object.entries(questions).map(([what, all]) => [
      what,
      [...new Map(all.map((call) => [JSON.stringify(call), call])).values()],
    ]),
  );
}

/** The same of those that give a text, and of what can only be refused. */
export function textQuestions(dataset: Dataset): Record<string, readonly Asked[]> {
  const byCountry = byCountryIn(countriesOf(dataset));
  return {
    CONTROLLED: byCountry("REE.CONTROLLED", (metal, year, country) => [metal, `${year}-06-30`, country]),
    VERSION: Array<Asked>(QUESTIONS).fill(["METALS.VERSION", []]),
    SOURCE: byCountry("METALS.SOURCE", (metal, year, country) => ["production", metal, year, country]),
    STATUS: byCountry("METALS.STATUS", (metal, year, country) => ["production", metal, year, country]),
    "a metal that is none": byCountry("METALS.IMPORTS", (metal, year, country) => [`${metal}${country}ium`, year]),
    "a series that is none": byCountry("METALS.GET", (metal, year, country) => [`${metal}.${country}`, year]),
  };
}

/** The countries with the most series: with ten metals and twenty years they make as many questions. */
function countriesOf(dataset: Dataset): string[] {
  const count = new Map<string, number>();
  for (const { reporter, partner } of viewAt(dataset).catalogue.series)
    for (const code of [reporter, partner]) count.set(code, (count.get(code) ?? 0) + 1);
  return [...dataset.codes("areas").values()]
    .filter(({ kind }) => kind === "country")
    .sort((a, b) => (count.get(b.id) ?? 0) - (count.get(a.id) ?? 0))
    .slice(0, QUESTIONS / METALS.length / YEARS.length)
    .map(({ label }) => label);
}

function byCountryIn(countries: readonly string[]) {
  return (id: string, ask: (metal: string, year: number, country: string) => Asked[1]): Asked[] =>
    METALS.flatMap((metal) => YEARS.flatMap((year) => countries.map((one): Asked => [id, ask(metal, year, one)])));
}

/** Every combination of arguments. */
function combined(id: string, ...lists: (readonly CallArgument[])[]): Asked[] {
  const all = lists.reduce<CallArgument[][]>(
    (begun, list) => begun.flatMap((args) => list.map((one) => [...args, one])),
    [[]],
  );
  return all.map((args): Asked => [id, args]);
}

/** Figures all over the dataset, or over a part of it. */
function figuresIn(dataset: Dataset, isWanted: (series: Series) => boolean = () => true): [Series, string][] {
  const view = viewAt(dataset);
  const all = view.catalogue.series
    .filter(isWanted)
    .flatMap((series) => view.periods(series).map((period): [Series, string] => [series, period]));
  const step = Math.max(1, Math.floor(all.length / QUESTIONS));
  return all.filter((_, i) => i % step === 0);
}

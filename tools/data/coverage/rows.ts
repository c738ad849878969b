import { grouped } from "../../../src/dataset/catalogue";
import { type Frequency, frequencyOf } from "../../../src/dataset/period";
import { DIMENSIONS, type Observation, type Series, type Dimension } from "../../../src/dataset/records";
import type { Answer } from "../../../src/query/answer/answer";
import { type Ask, askOfSeries } from "../../../src/query/answer/ask";
import { candidates, type Reader } from "../../../src/query/answer/candidates";
import { findResolved, partsOf } from "../../../src/query/answer/compute";
import { statedAbsence, absencesOf } from "../../../src/query/answer/unanswered";
import { compareTexts } from "../problem";
import { type CellKind, type EmptyKind, type HeldKind, symbolOf } from "./symbols";

const PARTS_OF_YEAR: readonly Frequency[] = ["s", "q", "m", "c"];

/** What the add-in has for a question and a year, or why it has nothing, most telling reason first. */
function cellOf(reader: Reader, ask: Ask, year: string): CellKind {
  const found = findResolved(reader, ask, year);
  if (found) return heldKind(found);
  const missing = partsOf(ask)?.find((part) => !findResolved(reader, part, year)) ?? ask;
  const stated = statedAbsence(reader, missing, year)?.reason as EmptyKind | undefined;
  if (stated && stated !== "not-held") return stated;
  if (hasPartOfYear(reader, missing, year)) return "months";
  return (
    elsewhere(reader, missing, year) ?? stated ?? (year >= reader.view.release.date.slice(0, 4) ? "running" : "none")
  );
}

function heldKind({ observation }: Answer): HeldKind {
  if (!observation) return "derived";
  if (observation.status === "F") return "forecast";
  if (observation.series.transformation === "implied") return "implied";
  if (observation.formula) return "derived";
  return printedKind(observation);
}

function printedKind({ status, relation }: Observation): HeldKind {
  if (["E", "P", "U"].includes(status)) return "estimated";
  if (relation === "at-least" || relation === "at-most") return "bound";
  return relation === "approximately" ? "about" : "published";
}

function hasPartOfYear(reader: Reader, ask: Ask, year: string): boolean {
  return PARTS_OF_YEAR.some((freq) =>
    candidates(reader, ask, freq).some((series) =>
      reader.view.periods(series).some((period) => period.startsWith(year)),
    ),
  );
}

/** Where else the year has a figure. */
function elsewhere({ view }: Reader, ask: Ask, year: string): EmptyKind | undefined {
  const there = view.catalogue
    .seriesOf(ask.indicator)
    .filter((series) => series.item === ask.item && series.freq === "a" && view.has(series, year));
  const alike = there.filter((series) => series.transformation === ask.transformation);
  const differsIn = (series: Series, dimension: string) =>
    DIMENSIONS.filter((name) => series[name] !== (ask[name] ?? "")).join() === dimension;
  if (alike.some((series) => differsIn(series, "basis") && series.rank !== undefined)) return "basis";
  if (alike.some((series) => differsIn(series, "basis"))) return "estimate";
  if (alike.some((series) => differsIn(series, "measure"))) return "measure";
  if (there.some((series) => differsIn(series, "") && series.transformation === "growth")) return "growth";
  return alike.some((series) => differsIn(series, "partner")) ? "partner" : undefined;
}

/** One question over the years of its section. */
interface Row {
  readonly label: string;
  readonly cells: readonly string[];
}

/** For each dimension that is counted out one by one: the codes that have rows of their own, and what the others are. */
const WHOLES: readonly (readonly [dimension: Dimension, whole: readonly string[], members: string])[] = [
  ["partner", ["", "wld"], "single partners"],
  ["reporter", ["chn", "wld"], "other countries"],
  ["holder", ["", "all"], "single holders"],
];

/** Every indicator on every basis, in the order of the code lists. Own estimates have no rows: they never answer by default. */
export function sectionsOf(reader: Reader): Section[] {
  const { dataset, catalogue } = reader.view;
  return [...dataset.codes("indicators").keys()].flatMap((indicator) =>
    [...dataset.codes("bases").keys()].flatMap((basis) => {
      const own = catalogue
        .seriesOf(indicator)
        .filter((series) => series.basis === basis && series.rank !== undefined && isUsual(reader, series));
      const asks = distinct(
        [...own, ...(indicator === "balance" ? tradedBothWays(reader, basis) : [])].map((series) =>
          wholeOf(series, indicator),
        ),
      );
      return asks.length > 0 ? [sectionOf(reader, indicator, basis, own, asks)] : [];
    }),
  );
}

/** Levels, also those a rate implies; growth of what is published as growth only. */
function isUsual({ view }: Reader, { indicator, transformation }: Series): boolean {
  const usual = String(view.dataset.codes("indicators").get(indicator)?.["transformation"] ?? "") || "level";
  return transformation === usual || (usual === "level" && transformation === "implied");
}

/** Where both exports and imports are held the balance can be asked for. */
function tradedBothWays({ view }: Reader, basis: string): Series[] {
  const values = (indicator: string) =>
    view.catalogue
      .seriesOf(indicator)
      .filter(
        (series) =>
          series.basis === basis &&
          series.measure === "value" &&
          series.freq === "a" &&
          series.transformation === "level",
      );
  const imported = new Set(values("imports").map(({ item }) => item));
  return values("exports").filter(({ item }) => imported.has(item));
}

/** The question about the whole that a series answers or is a part of. */
function wholeOf(series: Series, indicator: string): Ask {
  const ask = {
    ...series,
    indicator,
    transformation: series.transformation === "implied" ? "level" : series.transformation,
  };
  const whole = WHOLES.filter(([dimension, codes]) => !codes.includes(series[dimension])).map(([dimension, codes]) => [
    dimension,
    codes.at(-1),
  ]);
  return { ...ask, ...Object.fromEntries(whole) };
}

function distinct(asks: readonly Ask[]): Ask[] {
  return [
    ...new Map(
      asks.map((ask) => [[ask.item, ask.stage, ask.group, ask.batch, ask.measure, ask.reporter].join(" "), ask]),
    ).values(),
  ];
}

function sectionOf(reader: Reader, indicator: string, basis: string, own: readonly Series[], asks: readonly Ask[]) {
  const { dataset } = reader.view;
  const years = yearsOf(reader, own.length > 0 ? own : tradedBothWays(reader, basis));
  const unitValues = asks
    .filter(({ measure }) => measure === "value")
    .map((ask): Ask => ({ ...ask, measure: "unit-value" }));
  const computable = unitValues.filter((ask) => years.some((year) => cellOf(reader, ask, year) === "derived"));
  const rows = distinct([...asks, ...computable]).map((ask) => ({
    label: labelOf(reader, ask),
    cells: years.map((year) => symbolOf(cellOf(reader, ask, year))),
  }));
  return {
    title: `${dataset.label("indicators", indicator)}: ${dataset.label("bases", basis)}`,
    years,
    rows: [...rows, ...memberRows(reader, own, years)].sort((a, b) => compareTexts(a.label, b.label)),
  };
}

/** An indicator on one basis. */
export type Section = ReturnType<typeof sectionOf>;

/** From the first to the last year that any of the series has a figure or a stated absence for. */
function yearsOf(reader: Reader, series: readonly Series[]): string[] {
  const periods = series.flatMap((one) => [
    ...reader.view.periods(one),
    ...absencesOf(reader, askOfSeries(one)).flatMap(({ from, to }) => [from, to || from]),
  ]);
  const years = periods.filter((period) => frequencyOf(period) !== "p").map((period) => Number(period.slice(0, 4)));
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => String(first + i));
}

/** How many parts of a whole have a figure for each year: partners of trade, countries, holders of a quota. */
function memberRows(reader: Reader, series: readonly Series[], years: readonly string[]): Row[] {
  return WHOLES.flatMap(([dimension, whole, members]) => {
    const parts = series.filter((one) => one.freq === "a" && !whole.includes(one[dimension]));
    const byLabel = grouped(parts, (one) => `${labelOf(reader, wholeOf(one, one.indicator), dimension)}: ${members}`);
    return [...byLabel].map(([label, those]) => ({
      label,
      cells: years.map((year) => memberCell(reader, those, dimension, year)),
    }));
  });
}

function memberCell(reader: Reader, parts: readonly Series[], dimension: Dimension, year: string): string {
  const count = new Set(parts.filter((one) => reader.view.has(one, year)).map((one) => one[dimension])).size;
  if (count > 0) return String(count);
  const [stated] = parts.flatMap((one) => statedAbsence(reader, askOfSeries(one), year) ?? []);
  return symbolOf((stated?.reason as EmptyKind | undefined) ?? "none");
}

/** Item, then what tells the question from others about it. */
function labelOf({ view: { dataset, catalogue } }: Reader, ask: Ask, counted?: Dimension): string {
  const lower = (list: string, code: string) => dataset.label(list, code).toLowerCase();
  const takesReporter =
    ask.partner === "" &&
    counted !== "reporter" &&
    new Set(catalogue.seriesOf(ask.indicator).map(({ reporter }) => reporter)).size > 1;
  const details = [
    takesReporter && dataset.label("areas", ask.reporter),
    ask.stage && lower("stages", ask.stage),
    ask.group && ask.group !== "total" && lower("groups", ask.group),
    ask.batch && ask.batch !== "all" && lower("batches", ask.batch),
    ask.measure && lower("measures", ask.measure),
  ];
  return [dataset.label("items", ask.item), ...details.filter(Boolean)].join(", ");
}

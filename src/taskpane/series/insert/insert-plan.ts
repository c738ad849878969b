import { comparePeriods, periodsBetween, STEPPED } from "../../../dataset/period";
import type { Series } from "../../../dataset/records";
import { periodCell } from "../../../query/period/period";
import { createCaller, FUNCTIONS, isCellError, type Block as Cells, type Session } from "../../../functions";
import type { Block, CellContent } from "../../../sheets/insert/block";
import type { TableRequest } from "../../../sheets/tables/block";
import { OF_SERIES, saying } from "../../../sheets/tables/series-block";
import { headerWidth } from "../../../sheets/text-width";
import { MONTHS } from "../../../sheets/write/content";
import { formulaText, type Call } from "../../../functions/calls/call";
import { figureCall, seriesCall } from "../../../functions/calls/series-call";
import { unitText, valueIn } from "../../words/figures";
import { GENERAL, widthOf, numberFormat } from "../../words/number-format";
import type { Figure } from "../../words/points";
import { viewAt } from "../../../dataset/view";
import { askOfSeries } from "../../../query/answer/ask";
import { shortCitation, sourceOf } from "../../../query/citation";
import { describe } from "../../../query/describe";
import { printedEvidence } from "../../../query/evidence";
import { timeScale, type ChartPlan } from "../../../sheets/chart";

/** What the user wants written. */
export interface InsertChoice {
  readonly what: "figure" | "series";
  readonly as: "formula" | "value";
  /** Unit of the values; undefined for the base unit. */
  readonly unit: string | undefined;
  /** Of a series: the first and the last period; undefined for all there are. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Whether a series comes with a chart. */
  readonly hasChart?: boolean;
  /** Whether months and quarters are dates; they are unless somebody says no. */
  readonly hasDates?: boolean;
  /** Whether periods without a figure between the first and the last have a row; the same. */
  readonly isFilled?: boolean;
}

export interface Subject {
  readonly session: Session;
  readonly series: Series;
  /** Every figure of the series, oldest first. */
  readonly figures: readonly Figure[];
  /** The period chosen. */
  readonly period: string;
}

/** A unit in which a figure is smaller or larger than this is of no use. */
const SMALLEST = 0.01;
const LARGEST = 1e10;

/** Works out exactly what will be written: the formula, or what the formula would answer, so that the two never differ. */
export function insertPlan(subject: Subject, choice: InsertChoice, nameOf: (id: string) => string) {
  const { session, series, period } = subject;
  const isSeries = choice.what === "series";
  const figures = isSeries ? subject.figures.filter((figure) => isWithin(figure.period, choice)) : subject.figures;
  const isOfMonths = isSeries && (series.freq === "m" || series.freq === "q");
  const isDated = isOfMonths && choice.hasDates !== false;
  const isFilled = isSeries && choice.isFilled !== false && (isOfMonths || hasGap(series, figures));
  const { call: asked, takesUnit } = isSeries
    ? { call: withRange(seriesCall(session, series, choice.unit), choice), takesUnit: true }
    : figureCall(session, answeringSeries(subject), period, choice.unit);
  const inWords = isFilled ? saying(asked, "how", "fill") : asked;
  const call = isDated ? saying(asked, "how", isFilled ? "fill dates" : "dates") : inWords;
  const cells = answerOf(session, inWords);
  const unit = session.units.get((takesUnit ? choice.unit : undefined) ?? series.unit);
  const shown = (isSeries ? figures : figures.filter((figure) => figure.period === period)).map(({ answer }) =>
    valueIn(session.units, answer, unit),
  );
  const format = numberFormat(unit, shown);
  const unitWords = unitText(session.dataset, unit.id, session.language);
  const content: CellContent[][] =
    choice.as === "formula" ? [[{ formula: formulaText(call, ",", nameOf) }]] : cells.map((row) => [...row]);
  const block: Block = {
    content,
    rows: cells.length,
    columns: cells[0]!.length,
    headers: isSeries ? 1 : 0,
    formats: isSeries ? [isDated ? MONTHS : GENERAL, format] : [format],
    ...(isSeries && {
      figures: cells[0]!.map(
        (_, column) => column > 0 && cells.slice(1).some((row) => typeof row[column] === "number"),
      ),
    }),
    widths: cells[0]!.map((_, column) =>
      Math.max(
        isDated ? MONTHS.length + 1 : 0,
        ...cells.map((row, r) =>
          isSeries && r === 0 ? headerWidth(String(row[column])) : widthOf(row[column]!, format),
        ),
      ),
    ),
    ...(isSeries && choice.hasChart && { chart: seriesChart(session, series, figures, cells, unitWords, isDated) }),
  };
  return {
    choice,
    call,
    /** Whether the call can answer in another unit than the base unit. */
    takesUnit,
    /** What the function answers: one cell, or a header row and a row per period, in words. */
    cells,
    block,
    /** How the document would remember its values, as it does a table. */
    request: requestOf(subject, choice, takesUnit),
  };
}

/** What a choice comes to. */
export type InsertPlan = ReturnType<typeof insertPlan>;

function requestOf(
  subject: Subject,
  { what, unit, from, to, hasDates, isFilled }: InsertChoice,
  takesUnit: boolean,
): TableRequest {
  const asked =
    what === "series"
      ? {
          series: subject.series.id,
          from,
          to,
          dates: hasDates === false ? "no" : undefined,
          fill: isFilled === false ? "no" : undefined,
        }
      : { series: answeringSeries(subject).id, period: subject.period };
  const said = Object.entries({ ...asked, unit: takesUnit ? unit : undefined }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    recipe: OF_SERIES[what],
    arguments: Object.fromEntries(said),
    mode: "values",
    language: subject.session.language,
  };
}

function isWithin(period: string, { from, to }: InsertChoice): boolean {
  return (
    (from === undefined || comparePeriods(period, from) >= 0) && (to === undefined || comparePeriods(period, to) <= 0)
  );
}

/** The call of a series for some of its periods. */
function withRange({ id, args }: Call, { from, to }: InsertChoice): Call {
  const names = Object.keys(FUNCTIONS.find((definition) => definition.id === id)!.parameters);
  const chosen = { from, to };
  return {
    id,
    args: args.map((arg, i) => {
      const period = chosen[names[i] as keyof typeof chosen];
      return period === undefined ? arg : periodCell(period);
    }),
  };
}

/** Whether there are periods without a figure between the first and the last. */
function hasGap({ freq }: Series, figures: readonly Figure[]): boolean {
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last || !STEPPED.has(freq)) return false;
  return periodsBetween(first.period, last.period).length > figures.length;
}

/** The series that answers for the period chosen: another one of the question may, where this has no figure. */
function answeringSeries({ series, figures, period }: Subject): Series {
  return figures.find((figure) => figure.period === period)?.answer.observation?.series ?? series;
}

/** @throws FunctionError when the call cannot be answered, which the choice of calls rules out. */
function answerOf(session: Session, call: Call): (number | string)[][] {
  const answer = createCaller(session).call(call.id, call.args);
  const rows: Cells = Array.isArray(answer) ? answer : [[answer]];
  return rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell : isCellError(cell) ? cell.error : String(cell))),
  );
}

/** Units worth offering for a value: of its kind, where the value is neither tiny nor endless; the base unit first. */
export function offeredUnits(session: Session, series: Series, figure: Figure): string[] {
  const base = session.units.get(series.unit);
  const size = (unit: string) => Math.abs(valueIn(session.units, figure.answer, session.units.get(unit)).toNumber());
  const sameAsBase = (unit: string) => session.units.get(unit).scale === base.scale;
  const others = session.units
    .offered(series.unit, session.language)
    .filter((unit) => !sameAsBase(unit) && size(unit) >= SMALLEST && size(unit) < LARGEST);
  return [base.id, ...others];
}

/** More sources than this are told by the pane and METALS.SOURCE. */
const SOURCES_SHOWN = 3;

/** The chart of an inserted series: `cells` are its header row and a row per period, `unit` how the values are measured. */
function seriesChart(
  { dataset, language, standing }: Session,
  series: Series,
  figures: readonly Figure[],
  cells: readonly (readonly (number | string)[])[],
  unit: string,
  isDated: boolean,
): ChartPlan {
  const periods = cells.slice(1).map(([period]) => period!);
  const observations = figures.flatMap(({ answer }) => answer.observation ?? []);
  const sources = [...new Set(printedEvidence(viewAt(dataset, standing), observations).map(({ source }) => source))];
  const cited = [
    ...sources.slice(0, SOURCES_SHOWN).map((id) => shortCitation(sourceOf(dataset, id))),
    ...(sources.length > SOURCES_SHOWN ? ["…"] : []),
  ].join("; ");
  return {
    ...timeScale(periods, { isDated, indicator: series.indicator }),
    over: String(cells[0]![0]),
    title: [describe(dataset, askOfSeries(series), language), cited].filter((line) => line !== "").join("\n"),
    unit,
    row: 1,
    rows: periods.length,
    categories: 0,
    series: [{ name: String(cells[0]![1]), column: 1 }],
  };
}

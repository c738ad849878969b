import { comparePeriods, periodsBetween, STEPPED } from "../../dataset/period";
import type { Series } from "../../dataset/records";
import type { View } from "../../dataset/view";
import { FUNCTIONS, type Session } from "../../functions";
import { inUnit, readerOf } from "../../functions/answering/asking";
import { formulaText, type Call } from "../../functions/calls/call";
import { figureCall } from "../../functions/calls/series-call";
import { messagesOf } from "../../functions/messages";
import { answeredPeriods, askLedBy } from "../../query/answer/answered";
import { evidence, type Answer } from "../../query/answer/answer";
import { askOfSeries } from "../../query/answer/ask";
import { resolve } from "../../query/answer/compute";
import { shortCitation, sourceOf } from "../../query/citation";
import { describe } from "../../query/describe";
import { printedEvidence } from "../../query/evidence";
import { periodCell } from "../../query/period/period";
import { relationOf } from "../../query/derived/relation";
import { orRefusal, refuse, Refusal } from "../../query/refusal";
import type { TableBlock, TableCell } from "../../tables";
import { sameStanding } from "../record";
import { textsIn } from "../../tables/texts";
import { dateOf, isDated } from "./dates";

/** What is inserted from a series is remembered under these names, beside the recipes of the dataset. */
export const OF_SERIES = { series: "series", figure: "figure" } as const;

/** A series, or one figure of it, as it was asked for; all texts, as a document keeps them. */
export interface SeriesArguments {
  /** Its id. */
  readonly series?: string | undefined;
  /** Of one figure. */
  readonly period?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly unit?: string | undefined;
  /** "no": months and quarters stay words. */
  readonly dates?: string | undefined;
  /** "no": periods without a figure between the first and the last have no row. */
  readonly fill?: string | undefined;
}

/** The values of a series, or one of them, as a table. Refuses what the view does not have. */
export function seriesBlock(session: Session, view: View, asked: SeriesArguments): TableBlock {
  const { dataset, language } = session;
  const id = asked.series ?? "";
  const series = view.catalogue.seriesById(id) ?? refuse("notInRelease", { series: id, release: view.release.id });
  const reader = readerOf(view, session);
  const ask = askLedBy(reader, series);
  const unit = asked.unit === undefined ? undefined : session.units.get(asked.unit);
  const writer = new FormulaFor(session, view, series, unit?.id);
  const answers: Answer[] = [];
  const periods = periodsOf(answeredPeriods(reader, ask, series.freq), series, asked);
  const rows = periods.map((period): TableCell[] => {
    const found = orRefusal(() => resolve(reader, ask, period));
    const formula = found instanceof Refusal ? undefined : writer.formula(period);
    const isDate = asked.dates !== "no" && isDated(period);
    const shown = isDate ? dateOf(session, period) : periodCell(period);
    if (!(found instanceof Refusal)) answers.push(found);
    const figure: TableCell =
      found instanceof Refusal
        ? { value: found, provenance: [] }
        : {
            value: inUnit(session, found, unit),
            unit: unit?.id ?? found.unit,
            formula,
            bound: boundOf(found),
            provenance: evidence(found).map((one) => ({ series: one.series.id, period: one.period })),
          };
    return asked.period === undefined ? [{ value: shown, provenance: [], isDate }, figure] : [figure];
  });
  const printed = printedEvidence(view, answers.flatMap(evidence));
  const sources = [...new Set(printed.map(({ source }) => source))].map((source) => sourceOf(dataset, source));
  const unitId = unit?.id ?? answers[0]?.unit ?? series.unit;
  const { period, value } = messagesOf(session).headers;
  const header = `${value} (${unitId})`;
  return {
    title: describe(dataset, askOfSeries(series), language),
    from: asked.period === undefined ? periods[0] : undefined,
    unitLine: [dataset.label("units", unitId, language), dataset.label("bases", series.basis, language)]
      .filter((word) => word !== "")
      .join(language === "zh" ? "，" : ", "),
    header: asked.period === undefined ? [period, header] : [header],
    kinds: [
      ...(asked.period === undefined ? [{ kind: "period" } as const] : []),
      kindOf(session.units.get(unitId).kind === "rate" && unit === undefined, unitId),
    ],
    rows,
    sources,
    sourceNote: textsIn(language).sources([...new Set(sources.map(shortCitation))]),
    notes: [],
  };
}

function kindOf(isFraction: boolean, unit: string): TableBlock["kinds"][number] {
  return isFraction ? { kind: "fraction" } : { kind: "value", unit };
}

/** Every period between the first and the last, so that what is missing is seen. */
function periodsOf(answered: readonly string[], series: Series, { period, from, to, fill }: SeriesArguments): string[] {
  if (period !== undefined) return [period];
  const within = answered.filter(
    (one) =>
      (from === undefined || comparePeriods(one, from) >= 0) && (to === undefined || comparePeriods(one, to) <= 0),
  );
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined) return refuse("nothing", { what: series.id });
  return fill !== "no" && STEPPED.has(series.freq) ? periodsBetween(first, last) : within;
}

function boundOf(found: Answer): TableCell["bound"] {
  const relation = relationOf(found);
  return relation === "at-least" || relation === "at-most" ? relation : undefined;
}

/** The formula that gives a figure: the first one's call with another period, where that gives the figure as well. */
class FormulaFor {
  private pattern: { readonly call: Call; readonly period: string } | undefined;

  constructor(
    private readonly session: Session,
    private readonly view: View,
    private readonly series: Series,
    private readonly unit: string | undefined,
  ) {}

  formula(period: string): string {
    const standing = this.view.at;
    this.pattern ??= { call: figureCall({ ...this.session, standing }, this.series, period, this.unit).call, period };
    const { call, period: first } = this.pattern;
    const args = call.args.map((arg) => (arg === periodCell(first) || arg === first ? periodCell(period) : arg));
    // A table that stands elsewhere than the workbook says as of when.
    const isHere = sameStanding(standing, this.session.standing);
    const asked = isHere ? { ...call, args } : saying({ ...call, args }, "as_of", standing.day ?? standing.release);
    return formulaText(asked, ",", (id) => id);
  }
}

/** A call that says one argument more, the last of those that it says; the same where its function takes none of that name. */
export function saying({ id, args }: Call, name: string, value: string | undefined): Call {
  const place = Object.keys(FUNCTIONS.find((definition) => definition.id === id)!.parameters).indexOf(name);
  return { id, args: place < 0 ? args : Array.from({ length: place + 1 }, (_, i) => (i === place ? value : args[i])) };
}

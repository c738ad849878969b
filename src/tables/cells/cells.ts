import { evidence } from "../../query/answer/answer";
import { relationOf } from "../../query/derived/relation";
import { isOfItself } from "../../query/derived/share";
import { describe } from "../../query/describe";
import { periodCell } from "../../query/period/period";
import { orRefusal, Refusal, refuse } from "../../query/refusal";
import type { Unit } from "../../query/units/units";
import type { Bound, TableCell } from "../block";
import type { Context } from "../context";
import { controlLine, controlsFor, eventFact } from "./events";
import { isEventColumn, isFigureColumn, type Column, type FigureColumn, type TextColumn } from "../recipe/recipe";
import { textsIn } from "../texts";
import { figureFor, requestOf, type Figure, type FormulaWriter, type Request } from "./requests";
import type { Row } from "./rows";

/** A cell with the figure it was made from, where it has one. */
export interface Filled extends TableCell {
  readonly figure?: Figure;
}

const BLANK: Filled = { value: "", provenance: [] };

/** Columns whose figures are in the unit of the table. */
const IN_UNIT = ["value", "change"];

/** Fills a row. A missing figure becomes its refusal; what is wrong with an argument is thrown. */
export function fillRow(
  context: Context,
  row: Row,
  columns: readonly Column[],
  formulaFor: FormulaWriter | undefined,
): Filled[] {
  const cells = columns.map((column) =>
    isFigureColumn(column) ? figureCell(context, row, column, formulaFor) : fillCell(context, row, column),
  );
  return cells.map((cell, i) =>
    columns[i]?.show === "basis"
      ? { ...cell, value: textsIn(context.session.language).clauses(basesOf(context, cells)) }
      : cell,
  );
}

/** The bases some figures stand on, in words. */
export function basesOf({ session }: Context, cells: readonly Filled[]): string[] {
  const bases = new Set(
    cells.flatMap(({ figure }) => figure?.answers.flatMap(evidence) ?? []).map(({ series }) => series.basis),
  );
  return [...bases].map((basis) => session.dataset.label("bases", basis, session.language));
}

function fillCell(context: Context, row: Row, column: Exclude<Column, FigureColumn>): Filled {
  if (column.show === "controls") return controlCell(context, row, column.items);
  if (!isEventColumn(column)) return { ...BLANK, value: textFact(context, row, column.show) };
  return row.event
    ? { value: eventFact(context, row.event, column.show), provenance: [{ event: row.event.id }] }
    : BLANK;
}

function figureCell(context: Context, row: Row, column: FigureColumn, formulaFor: FormulaWriter | undefined): Filled {
  const request = requestOf(context, row, column);
  if (!request) return BLANK;
  const unit = IN_UNIT.includes(column.show) ? unitOf(context, row, column) : undefined;
  const formula = (figure?: Figure) => formulaFor?.(context, request, figure, unit);
  const figure = orRefusal(() => figureFor(context, request));
  if (figure instanceof Refusal) return { value: figure, formula: formula(), provenance: [] };
  return {
    ...inUnit(context, request, figure, unit),
    formula: formula(figure),
    bound: boundOf(figure),
    provenance: provenanceOf(figure),
    figure,
  };
}

/** The unit of a figure: that of its row, else of its column, else of the table. */
function unitOf({ session, unit }: Context, row: Row, column: FigureColumn): Unit | undefined {
  const own = row.unit ?? column.unit;
  return own === undefined ? unit : session.units.get(own);
}

function inUnit(
  { session }: Context,
  request: Request,
  { value, unit: base }: Figure,
  unit: Unit | undefined,
): Pick<Filled, "value" | "unit"> {
  if (!unit) return { value: value.toNumber(), unit: base };
  if (!session.units.fits(unit, base)) {
    const of = "ask" in request ? describe(session.dataset, request.ask, session.language) : base;
    refuse("wrongUnit", { argument: "unit", unit: unit.id, of, valid: session.units.offered(base, session.language) });
  }
  return { value: session.units.convert(value, base, unit).toNumber(), unit: unit.id };
}

/** Of one figure alone, or of what is computed from figures of one question. */
function boundOf({ answers: [answer, ...more] }: Figure): Bound | undefined {
  if (!answer || more.length > 0 || (answer.arithmetic && isOfItself(answer))) return undefined;
  const relation = relationOf(answer);
  return relation === "at-least" || relation === "at-most" ? relation : undefined;
}

function provenanceOf({ answers }: Figure): TableCell["provenance"] {
  return [...new Set(answers.flatMap(evidence))].map(({ series, period }) => ({ series: series.id, period }));
}

function controlCell(
  context: Context,
  row: Row,
  also: Readonly<Record<string, readonly string[]>> | undefined,
): Filled {
  const controls = controlsFor(context, row.question.item ?? "", also);
  return { value: controlLine(context, controls), provenance: controls.map(({ event }) => ({ event: event.id })) };
}

function textFact({ session, item }: Context, row: Row, fact: TextColumn["show"]): number | string {
  const { dataset, language } = session;
  const { question } = row;
  const label = (list: string, code: string | undefined) => (code ? dataset.label(list, code, language) : "");
  switch (fact) {
    case "name":
      return row.label ?? label("items", question.item ?? item);
    case "item":
      return label("items", question.item ?? item);
    case "area":
      return label("areas", question.reporter ?? question.partner);
    case "period":
      return row.period === undefined ? "" : periodCell(row.period);
    case "batch":
      return label("batches", question.batch);
    case "unit":
      return label("units", row.unit);
    case "hs":
      return String(dataset.codes("items").get(question.item ?? item ?? "")?.["hs"] ?? "").replaceAll("+", " + ");
    case "basis":
      return "";
  }
}

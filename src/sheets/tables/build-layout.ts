import { grouped } from "../../dataset/catalogue";
import type { Dataset } from "../../dataset/dataset";
import { rememberingBy, rememberingOf } from "../../dataset/remembering";
import { viewAt, type View } from "../../dataset/view";
import { inLanguage } from "../../functions/languages";
import type { Session } from "../../functions";
import { refusalText } from "../../functions/messages";
import { Refusal } from "../../query/refusal";
import { type TableBlock, type TableCell, build, findRecipe, turned, type FormulaWriter } from "../../tables";
import { textsIn } from "../../tables/texts";
import type { InsertedTable, Standing } from "../record";
import { withDates } from "./dates";
import { formulaFor } from "./formulas";
import { layOutFigure, layOutTable, type TableLayout } from "./layout";
import { OF_SERIES, seriesBlock } from "./series-block";

/**
 * The table without its rows that have no figure at all, which a note names with the reason. A table of periods keeps
 * them: what is missing in time is to be seen.
 */
function withoutEmptyRows(session: Session, block: TableBlock): TableBlock {
  const { kinds, rows, notes } = block;
  if (kinds[0]?.kind !== "text") return block;
  const isEmpty = (cells: readonly TableCell[]) =>
    cells.some(({ value }) => value instanceof Refusal) && !cells.some(({ value }) => typeof value === "number");
  const left = rows.filter(isEmpty);
  if (left.length === 0) return block;
  const byReason = grouped(left, (cells) => {
    const reason = cells.map(({ value }) => value).find((value) => value instanceof Refusal)!;
    return WORDS[session.language](refusalText(reason, session));
  });
  const kept = rows.filter((cells) => !isEmpty(cells));
  return {
    ...block,
    rows: kept,
    totals: block.totals?.map((row) => kept.indexOf(rows[row]!)),
    notes: [
      ...notes,
      ...[...byReason].map(([why, those]) =>
        textsIn(session.language).remark(
          why,
          those.map(([first]) => String(first!.value)),
        ),
      ),
    ],
  };
}

/** The reason without the ways on, which lead a formula and not a table. */
const firstSentence = (text: string): string => text.split(/\.(?= |$)|。/)[0]!;

const WORDS = {
  en: (reason: string) => `Left out for want of any figure (${firstSentence(reason)})`,
  zh: (reason: string) => `因没有任何数据而未列出（${firstSentence(reason)}）`,
};

type BuiltLayout = { readonly layout: TableLayout; readonly block: TableBlock } | { readonly refusal: string };

/**
 * A table as of a standing, as it was asked for. `session` answers as the workbook stands: formulas of a table that stands
 * elsewhere say as of when.
 */
export function buildLayout(session: Session, asked: Request, standing: Standing, isInLines = true): BuiltLayout {
  return layouts(session.dataset)({ session, asked, standing, isInLines });
}

type Request = Omit<InsertedTable, "id" | "rows" | "columns" | "standing">;

interface Whole {
  readonly session: Session;
  readonly asked: Request;
  readonly standing: Standing;
  readonly isInLines: boolean;
}

/** So many are kept: to find a table, to compare it and to write it each ask for the same. */
const MOST = 20;

const layouts = rememberingOf((_: Dataset) => rememberingBy(wordsOf, layOut, MOST));

/** All that decides a layout, in words; the readers of a session are those of its dataset. */
function wordsOf({ session, asked, standing, isInLines }: Whole): string {
  const own = { ...session, dataset: undefined, words: undefined, units: undefined, messages: undefined };
  const { recipe, arguments: given, mode, language } = asked;
  return JSON.stringify([recipe, given, mode, language, standing, isInLines, own]);
}

function layOut({ session, asked, standing, isInLines }: Whole): BuiltLayout {
  const { recipe, arguments: given, mode, language } = asked;
  const spoken = inLanguage(session, language ?? "en");
  try {
    const block = blockFor(spoken, { recipe, arguments: given }, viewAt(session.dataset, standing), formulaFor);
    const layout =
      recipe === OF_SERIES.figure
        ? layOutFigure(block, session.namespace)
        : layOutTable(block, mode, session.namespace, isInLines);
    return { layout, block };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: refusalText(error, session) };
    throw error;
  }
}

/** What was inserted, whatever it was asked of. Refuses what cannot be built. */
export function blockFor(
  session: Session,
  { recipe, arguments: given }: Pick<InsertedTable, "recipe" | "arguments">,
  view: View,
  formulas?: FormulaWriter,
): TableBlock {
  if (recipe === OF_SERIES.series || recipe === OF_SERIES.figure) return seriesBlock(session, view, given);
  const { item, from, to, unit } = given;
  const args = { item, from, to, unit: unit === undefined ? undefined : session.units.read(unit, "unit"), view };
  const whole = build(findRecipe(session.dataset, recipe, "name"), args, session, formulas);
  const block = given["rows"] === "all" ? whole : withoutEmptyRows(session, whole);
  if (given["turned"] !== undefined) return turned(block);
  return given["dates"] === "yes" ? withDates(session, block) : block;
}

/** What the figures are of; undefined where they are of several kinds. */
export function indicatorOf(
  { dataset, standing }: Session,
  { recipe, arguments: given }: Pick<InsertedTable, "recipe" | "arguments">,
): string | undefined {
  return recipe in OF_SERIES
    ? viewAt(dataset, standing).catalogue.seriesById(given["series"] ?? "")?.indicator
    : findRecipe(dataset, recipe, "name").question?.indicator;
}

/** An inserted table as of a standing; refused where this version does not know the data release. */
export function layoutAt(session: Session, table: InsertedTable, standing: Standing, isInLines = true): BuiltLayout {
  const { dataset } = session;
  if (standing.release !== undefined && dataset.ordinalOf(standing.release) < 0) return { refusal: standing.release };
  return buildLayout({ ...session, standing }, table, standing, isInLines);
}

/** An inserted table as it was written last; undefined where this version cannot build it. */
export function layoutOf(session: Session, table: InsertedTable): TableLayout | undefined {
  const built = layoutAt(session, table, table.standing);
  return "layout" in built ? built.layout : undefined;
}

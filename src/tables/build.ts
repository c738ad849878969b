import type { Source } from "../dataset/records";
import { evidence } from "../query/answer/answer";
import { shortCitation, sourceOf } from "../query/citation";
import { Refusal, refuse } from "../query/refusal";
import { readArguments, type TableArguments } from "./arguments";
import type { ColumnKind, TableBlock } from "./block";
import { basesOf, fillRow, type Filled } from "./cells/cells";
import { inLanguage, type Context, type TableSession } from "./context";
import { printedEvidence } from "../query/evidence";
import { isEventColumn, saysBases, type Column, type Recipe, isFigureColumn } from "./recipe/recipe";
import { absentCountries, figureRemarks, type Grid } from "./cells/remarks";
import { periodOf, type FormulaWriter } from "./cells/requests";
import { shownPeriods } from "./periods";
import { rowsOf } from "./cells/rows";
import { fill, textsIn } from "./texts";
import { columnWords, tableWords } from "./words";
import type { How } from "../query/derived/how";
import { eventIds } from "./provenance";

/**
 * Builds a prebuilt table. Refuses an argument that does not fit, and a table in which no figure at all is there,
 * with the reason of the first; a single missing figure is a refusal in its cell. Without `formulaFor` no cell has a formula.
 */
export function build(
  asked: Recipe,
  args: TableArguments,
  session: TableSession,
  formulaFor?: FormulaWriter,
): TableBlock {
  const recipe = shaped(asked, args.how);
  const context = readArguments(recipe, args, session);
  const columns = recipe.columns.flatMap((column) => expand(context, column));
  const filled = rowsOf(context)
    .map((row) => ({ row, cells: fillRow(context, row, columns, formulaFor) }))
    .filter(({ row, cells }) => !row.skipEmpty || cells.some(({ figure }) => figure));
  const rows = filled.map(({ cells }) => cells);
  refuseEmpty(context, columns, rows);
  const cellsOf = (column: number) => rows.map((cells) => cells[column]!);
  const kinds = columns.map((column, i) => kindOf(context, column, cellsOf(i)));
  const names = columns.map((column) => columnName(context, column));
  const header = names.map((name, i) => withBases(context, columns[i]!, name, cellsOf(i)));
  const words = tableWords(context, kinds);
  const sources = sourcesOf(context, rows);
  const text = (key: "title" | "subtitle") => fill(inLanguage(session.language, recipe, key) ?? "", words);
  return {
    title: recipe.title === undefined ? (inLanguage(session.language, recipe, "name") ?? "") : text("title"),
    from: context.from,
    unitLine: text("subtitle"),
    header,
    names,
    kinds,
    rows: rows.map((cells) => cells.map(({ figure: _, ...cell }) => cell)),
    totals: filled.flatMap(({ row }, i) => (row.isTotal ? [i] : [])),
    sources,
    sourceNote: textsIn(session.language).sources([...new Set(sources.map(shortCitation))]),
    notes: notesOf(context, { header: names, rows, names: rows.map((cells) => nameOf(columns, cells)) }, words),
  };
}

/** One column for each year where the recipe says so. */
function expand(context: Context, column: Column): Column[] {
  if (!isFigureColumn(column) || !column.each) return [column];
  const { each, ...one } = column;
  return shownPeriods(context, each).map((period) => ({ ...one, period }));
}

function refuseEmpty(
  { recipe, session }: Context,
  columns: readonly Column[],
  rows: readonly (readonly Filled[])[],
): void {
  const cells = rows.flat();
  if (columns.some(isFigureColumn) ? cells.some(({ figure }) => figure) : rows.length > 0) return;
  const reason = cells.find(({ value }) => value instanceof Refusal)?.value;
  if (reason instanceof Refusal) throw reason;
  refuse("nothing", { what: inLanguage(session.language, recipe, "name") ?? recipe.id });
}

function kindOf({ unit }: Context, column: Column, cells: readonly Filled[]): ColumnKind {
  switch (column.show) {
    case "period":
      return { kind: "period" };
    case "value":
    case "change": {
      const [first, ...more] = new Set(cells.flatMap((cell) => cell.unit ?? []));
      return { kind: "value", unit: more.length > 0 ? undefined : (first ?? unit?.id) };
    }
    case "growth":
    case "compound":
    case "share":
    case "part":
      return { kind: "fraction" };
    case "concentration":
      return { kind: "index" };
    default:
      return { kind: "text" };
  }
}

function columnName(context: Context, column: Column): string {
  const { language } = context.session;
  return fill(
    inLanguage(language, column, "header") ?? textsIn(language).headers[column.show],
    columnWords(context, column, isFigureColumn(column) ? periodOf(context, undefined, column) : ""),
  );
}

/** A column that stands on several bases names them, unless each row says its own. */
function withBases(context: Context, column: Column, name: string, cells: readonly Filled[]): string {
  const bases = basesOf(context, cells);
  if (!isFigureColumn(column) || bases.length < 2 || saysBases(context.recipe)) return name;
  const texts = textsIn(context.session.language);
  return texts.qualified(name, texts.clauses(bases));
}

/** What a row is called: its words before the first figure. */
function nameOf(columns: readonly Column[], cells: readonly Filled[]): string {
  const figures = columns.findIndex((column) => isFigureColumn(column) || isEventColumn(column));
  const naming = cells.filter(
    (_, i) => i < figures && ["name", "item", "area", "period", "batch"].includes(columns[i]!.show),
  );
  return naming.map(({ value }) => String(value)).join(" ");
}

function sourcesOf({ reader, session }: Context, rows: readonly (readonly Filled[])[]): Source[] {
  const { dataset } = session;
  const cells = rows.flat();
  const printed = printedEvidence(
    reader.view,
    cells.flatMap(({ figure }) => figure?.answers.flatMap(evidence) ?? []),
  );
  const events = eventIds(cells);
  const ofEvents = reader.view.events().filter(({ id }) => events.has(id));
  const ids = [...printed, ...ofEvents].map(({ source }) => source);
  return [...new Set(ids)].map((id) => sourceOf(dataset, id));
}

function notesOf(context: Context, grid: Grid, words: Readonly<Record<string, string | undefined>>): string[] {
  const own = (context.recipe.notes ?? []).map((note) =>
    fill(inLanguage(context.session.language, note, "text") ?? "", words),
  );
  return [...figureRemarks(context, grid), ...absentCountries(context), ...own];
}

const CHANGED = { yoy: { en: "yoy", zh: "同比" }, previous: { en: "on the period before", zh: "环比" } } as const;

/** A recipe as `how` asks for it: figures become their changes. Refuses what the table has no use for. */
function shaped(recipe: Recipe, how: How | undefined): Recipe {
  const { change, newestFirst } = how ?? {};
  if (newestFirst && !recipe.rows.some(({ kind }) => kind === "periods") && !recipe.columns.some(hasEach))
    refuse("notOffered", { argument: "how", word: "newest first", valid: ["yoy", "previous"] });
  if (change !== "yoy" && change !== "previous") return recipe;
  return { ...recipe, columns: recipe.columns.map((column) => changed(column, change)) };
}

function hasEach(column: Column): boolean {
  return isFigureColumn(column) && column.each !== undefined;
}

function changed(column: Column, change: "yoy" | "previous"): Column {
  if (!isFigureColumn(column) || column.show !== "value") return column;
  const { header, header_zh, ...figure } = column;
  const words = CHANGED[change];
  return {
    ...figure,
    show: "growth",
    ...(change === "previous" && { base: "previous" }),
    ...(header !== undefined && {
      header: `${header} (${words.en})`,
      header_zh: `${header_zh ?? header}（${words.zh}）`,
    }),
  };
}

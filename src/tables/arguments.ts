import { frequencyOf } from "../dataset/period";
import { viewAt, type View } from "../dataset/view";
import { sideOf, type Side } from "../query/answer/ask";
import type { Reader } from "../query/answer/candidates";
import type { Standing } from "../query/as-of";
import { dayOf } from "../query/controls";
import { checkOrder } from "../query/period/period";
import { refuse } from "../query/refusal";
import { refuseUnanswered } from "../query/answer/unanswered";
import type { How } from "../query/derived/how";
import type { Unit } from "../query/units/units";
import { askFor, type Context, type TableSession } from "./context";
import { extent } from "./periods";
import {
  isFigureColumn,
  type Line,
  type Question,
  type Recipe,
  type RecipeParameters,
  type RowSet,
} from "./recipe/recipe";

/** What a table is asked for; blanks mean what the recipe says. */
export interface TableArguments {
  /** An item in any word for it. */
  readonly item?: string | undefined;
  /** Periods in their canonical text. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly unit?: Unit | undefined;
  readonly how?: How | undefined;
  /** What the table may know; blank: how the workbook stands. */
  readonly view?: View | undefined;
}

/** Reads the arguments in order, refusing the first that does not fit the recipe. */
export function readArguments(recipe: Recipe, args: TableArguments, session: TableSession): Context {
  const view = args.view ?? viewAt(session.dataset, session.standing);
  const reader: Reader = { view, units: session.units };
  const item = readItem(recipe, args.item, session);
  for (const end of ["from", "to"] as const) checkPeriod(recipe, end, args[end]);
  const unit = readUnit(recipe, args.unit, session);
  const [from, to] = readSpan(recipe, args, { recipe, item, reader });
  return {
    recipe,
    session,
    reader,
    item,
    from,
    to,
    unit,
    newestFirst: args.how?.newestFirst ?? false,
    asOf: asOfArgument(view, session.standing),
    day: dayOf(view),
  };
}

function readItem(recipe: Recipe, word: string | undefined, session: TableSession): string | undefined {
  const { item } = recipe.parameters;
  if (word === undefined) return item || undefined;
  if (item === undefined) refuseTaken("item");
  return session.words.read("items", word, "item", recipe.question?.indicator);
}

function readUnit(recipe: Recipe, given: Unit | undefined, session: TableSession): Unit | undefined {
  const { unit } = recipe.parameters;
  if (given === undefined) return unit === undefined ? undefined : session.units.get(unit);
  return unit === undefined ? refuseTaken("unit") : given;
}

function checkPeriod(recipe: Recipe, end: "from" | "to", given: string | undefined): void {
  if (given === undefined) return;
  if (recipe.parameters[end] === undefined) refuseTaken(end);
  if (recipe.frequency === "a" && frequencyOf(given) !== "a")
    refuse("notPeriod", { argument: end, given, hint: "years" });
}

function refuseTaken(argument: keyof RecipeParameters): never {
  return refuse("notTaken", { argument });
}

/** Both ends of the table. What the recipe leaves to the data is looked up. */
function readSpan(
  recipe: Recipe,
  args: TableArguments,
  context: Pick<Context, "recipe" | "item" | "reader">,
): [string | undefined, string | undefined] {
  const ends = (["from", "to"] as const).map((end) => (args[end] ?? recipe.parameters[end]) || undefined);
  const open = ends.some((end) => end === "first" || end === "last") ? extentOf(context) : undefined;
  const [from, to] = ends.map((end) => (end === "first" ? open?.first : end === "last" ? open?.last : end));
  checkOrder(from, to, args.to === undefined ? "from" : "to");
  return [from, to];
}

const LEVELS: ReadonlySet<string> = new Set(["value", "growth", "share"]);

function extentOf(context: Pick<Context, "recipe" | "item" | "reader">): { first: string; last: string } {
  const { recipe, reader } = context;
  // A table of changes, or of shares, shows what there are levels of.
  const values = recipe.columns.filter(isFigureColumn).filter(({ show }) => LEVELS.has(show));
  const asks = recipe.rows
    .flatMap((rows) => questionsOf(rows, sideOf(reader.view.dataset, recipe.question?.indicator ?? "")))
    .flatMap((question) => values.map((column) => askFor(context, question, column.question)));
  const found = extent(reader, asks, recipe.frequency === "m" ? "m" : "a");
  return found ?? refuseUnanswered(reader, asks[0]!, reader.view.release.date.slice(0, 4));
}

function questionsOf(rows: RowSet, side: Side): readonly Question[] {
  if (rows.kind === "areas") return [{ [side]: "wld" }];
  if (rows.kind === "events") return [];
  const lines: readonly Line[] | undefined = rows.lines;
  return lines?.map(({ question }) => question) ?? [{}];
}

/** What makes a formula answer as of the same time as this table, when the workbook itself stands elsewhere. */
function asOfArgument({ at, release }: View, standing: Standing): string | undefined {
  if (at.day !== standing.day) return at.day ?? release.id;
  return at.release !== undefined && at.release !== standing.release ? at.release : undefined;
}

import type { Dataset } from "../dataset/dataset";
import type { View } from "../dataset/view";
import type { Reader } from "../query/answer/candidates";
import type { Standing } from "../query/as-of";
import { askOfSeries, completeAsk, type Ask } from "../query/answer/ask";
import type { Language } from "../query/describe";
import { refuse } from "../query/refusal";
import type { Unit, Units } from "../query/units/units";
import type { Words } from "../query/words/words";
import type { Question, Recipe } from "./recipe/recipe";

/** What building a table needs of a session. */
export interface TableSession {
  readonly dataset: Dataset;
  readonly words: Words;
  readonly units: Units;
  readonly standing: Standing;
  readonly language: Language;
}

/** One table being built: the recipe with its arguments read. */
export interface Context {
  readonly recipe: Recipe;
  readonly session: TableSession;
  readonly reader: Reader;
  /** Code of the item, where the table takes one and has one. */
  readonly item: string | undefined;
  /** Blank where the table is open at that end. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly unit: Unit | undefined;
  readonly newestFirst: boolean;
  /** The as-of argument a formula needs to answer as this table does; undefined when it is how the workbook stands. */
  readonly asOf: string | undefined;
  /** The ISO day the table answers for. */
  readonly day: string;
}

/** Reads a column of a record that has it in English and Chinese. */
export function inLanguage<K extends string>(
  language: Language,
  record: { readonly [P in K | `${K}_zh`]?: string },
  key: K,
): string | undefined {
  return language === "zh" ? record[`${key}_zh`] : record[key];
}

/** The question that parts of a recipe make together, the later part winning. */
export function askFor(
  { recipe, item, reader }: Pick<Context, "recipe" | "item" | "reader">,
  ...parts: readonly (Question | undefined)[]
): Ask {
  const { series: id, indicator, ...said }: Question = Object.assign({}, { item }, recipe.question, ...parts);
  if (id) return askOfSeries(namedSeries(reader.view, id));
  if (!indicator) throw new RangeError(`${recipe.id}: a question without an indicator`);
  return completeAsk(reader.view, { indicator, ...said });
}

function namedSeries(view: View, id: string) {
  return view.catalogue.seriesById(id) ?? refuse("notInRelease", { series: id, release: view.release.id });
}

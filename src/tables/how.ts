import type { How } from "../query/derived/how";
import { refuse } from "../query/refusal";
import { isFigureColumn, type Column, type Recipe } from "./recipe/recipe";

const CHANGED = { yoy: { en: "yoy", zh: "同比" }, previous: { en: "on the period before", zh: "环比" } } as const;

/** A recipe as `how` asks for it: figures become their changes. Refuses what the table has no use for. */
export function shaped(recipe: Recipe, how: How | undefined): Recipe {
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

import type { Dataset } from "../../dataset/dataset";
import { nearest } from "../../query/words/nearest";
import { normalise } from "../../query/words/normalise";
import { refuseWord } from "../../query/refusal";
import type { SearchDocument } from "../../query/search/search";
import type { Recipe } from "./recipe";
import { rememberingOf } from "../../dataset/remembering";

/** The recipes that came with the data, by id. */
export const recipesOf = rememberingOf((dataset: Dataset): readonly Recipe[] =>
  dataset.rows("tables").map(({ json }) => JSON.parse(json ?? "") as Recipe),
);

/** The tables as a search finds them; the same list every time. */
export const tableDocuments = rememberingOf((dataset: Dataset): readonly SearchDocument[] =>
  recipesOf(dataset).map((recipe) => ({ kind: "table", id: recipe.id, names: namesOf(recipe) })),
);

/** A recipe by its id or any of its names. Refuses an unknown one with the nearest. */
export function findRecipe(dataset: Dataset, word: string, argument: string): Recipe {
  const recipes = recipesOf(dataset);
  const wanted = normalise(word);
  const found = recipes.find((recipe) => namesOf(recipe).some((name) => normalise(name) === wanted));
  const names = () => recipes.flatMap((recipe) => namesOf(recipe).map((name) => [name, mainName(recipe)] as const));
  return found ?? refuseWord(argument, word, () => nearest(word, names()), "tables");
}

/** What a table is called in a formula. */
export function mainName({ id }: Recipe): string {
  return id.replaceAll("-", " ");
}

function namesOf({ id, name, name_zh, aliases = [] }: Recipe): string[] {
  return [id, name, name_zh, ...aliases];
}

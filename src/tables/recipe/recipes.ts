import type { Dataset } from "../../dataset/dataset";
import { nearest } from "../../query/words/nearest";
import { normalise } from "../../query/words/normalise";
import { refuseWord } from "../../query/refusal";
import type { SearchDocument } from "../../query/search/search";
import type { Recipe } from "./recipe";

const READ = new WeakMap<Dataset, readonly Recipe[]>();

/** The recipes that came with the data, by id. */
export function recipesOf(dataset: Dataset): readonly Recipe[] {
  const read = READ.get(dataset) ?? dataset.rows("tables").map(({ json }) => JSON.parse(json ?? "") as Recipe);
  READ.set(dataset, read);
  return read;
}

const DOCUMENTS = new WeakMap<Dataset, readonly SearchDocument[]>();

/** The tables as a search finds them; the same list every time. */
export function tableDocuments(dataset: Dataset): readonly SearchDocument[] {
  const made = DOCUMENTS.get(dataset);
  if (made) return made;
  const documents = recipesOf(dataset).map((recipe) => ({
    kind: "table" as const,
    id: recipe.id,
    names: namesOf(recipe),
  }));
  DOCUMENTS.set(dataset, documents);
  return documents;
}

/** A recipe by its id or any of its names. Refuses an unknown one with the nearest. */
export function findRecipe(dataset: Dataset, word: string, argument: string): Recipe {
  const recipes = recipesOf(dataset);
  const wanted = normalise(word);
  const found = recipes.find((recipe) => namesOf(recipe).some((name) => normalise(name) === wanted));
  return (
    found ??
    refuseWord(
      argument,
      word,
      () => {
        const names = recipes.flatMap((recipe) => namesOf(recipe).map((name) => [name, mainName(recipe)] as const));
        return nearest(word, names);
      },
      "tables",
    )
  );
}

/** What a table is called in a formula. */
export function mainName({ id }: Recipe): string {
  return id.replaceAll("-", " ");
}

function namesOf({ id, name, name_zh, aliases = [] }: Recipe): string[] {
  return [id, name, name_zh, ...aliases];
}

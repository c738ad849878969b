import type { View } from "../../dataset/view";
import { createSearch, type Search, type SearchDocument } from "./search";

const NONE: readonly SearchDocument[] = [];

const SEARCHES = new WeakMap<View, Map<readonly SearchDocument[], Search>>();

/** The search over what a view sees, and some documents; built when it is first asked for. */
export function searchFor(view: View, documents: readonly SearchDocument[] = NONE): Search {
  const searches = SEARCHES.get(view) ?? new Map<readonly SearchDocument[], Search>();
  SEARCHES.set(view, searches);
  const search = searches.get(documents) ?? createSearch(view.dataset, view, { documents });
  searches.set(documents, search);
  return search;
}

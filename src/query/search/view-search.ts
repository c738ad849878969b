import type { Catalogue } from "../../dataset/catalogue";
import type { View } from "../../dataset/view";
import { createSearch, type Search } from "./search";

const SEARCHES = new WeakMap<Catalogue, Search>();

/** The search over the series of a view; built when it is first asked for. */
export function searchFor(view: View): Search {
  const { dataset, catalogue } = view;
  let search = SEARCHES.get(catalogue);
  if (!search) {
    search = createSearch(dataset, catalogue.series, view);
    SEARCHES.set(catalogue, search);
  }
  return search;
}

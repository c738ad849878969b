import { once, remembering, rememberingOf } from "../../dataset/remembering";
import type { View } from "../../dataset/view";
import { createSearch, type Search, type SearchDocument } from "./search";

const NONE: readonly SearchDocument[] = [];

const searchesIn = rememberingOf((view: View) =>
  rememberingOf((documents: readonly SearchDocument[]) => createSearch(view.dataset, view, { documents })),
);

/** The search over what a view sees, and some documents; built when it is first asked for. */
export function searchFor(view: View, documents: readonly SearchDocument[] = NONE): Search {
  return searchesIn(view)(documents);
}

/** An unknown id names so many like it. */
const SHOWN = 3;

/** Ids have stops, and no Chinese. */
const WRITTEN_AS_ID = /^\P{Script=Han}*\.\P{Script=Han}*$/u;

/**
 * The ids most like one that no series has; a column asks for the same in many periods. Most are misspelt or put together
 * wrongly, but of codes that there are: only for the others everything is searched.
 */
export const idsLike = rememberingOf((view: View) => {
  const ofCodes = once(() => createSearch(view.dataset, view, { isOfCodes: true }));
  return remembering((id): string[] => {
    const found = WRITTEN_AS_ID.test(id) ? ofCodes().find(id) : undefined;
    const hits = found?.unknown.length === 0 ? found.hits.slice(0, SHOWN) : searchFor(view).search(id, SHOWN);
    return hits.map(({ series }) => series.id);
  });
});

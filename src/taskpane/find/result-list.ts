import type { Hit } from "../../query/search/search";
import { h } from "../widgets/dom";
import { growingStop } from "../widgets/lists";

export interface ResultListOptions {
  readonly label: string;
  row(hit: Hit): HTMLElement[];
  /** The focus wants to leave upward. */
  leave(): void;
}

/** A list whose rows are made as they come into sight or under the keyboard. */
export function resultList({ label, row, leave }: ResultListOptions) {
  const list = h("ul.series-list", { "aria-label": label });
  const rows = growingStop<Hit>(list, (hit) => list.append(h("li.hit", ...row(hit))), leave);
  let shown: readonly Hit[] = [];
  const isOf = (hit: Hit, id: string) =>
    hit.kind === "question" && [hit.best.series, ...hit.variants].some((series) => series.id === id);
  return {
    element: h("div", ...rows.elements),
    show(hits: readonly Hit[]) {
      shown = hits;
      rows.show(hits);
    },
    /** Moves the focus to the first row, if there is one. */
    focusFirst: () => rows.focus(0),
    /** Moves the focus to the row of a series, or to the first. */
    focusSeries: (id: string) =>
      rows.focus(
        Math.max(
          0,
          shown.findIndex((hit) => isOf(hit, id)),
        ),
      ),
  };
}

export type ResultList = ReturnType<typeof resultList>;

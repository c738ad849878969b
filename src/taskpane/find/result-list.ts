import type { Hit } from "../../query/search/search";
import { h } from "../widgets/dom";
import { growingList, roving } from "../widgets/lists";

export interface ResultList {
  readonly element: HTMLElement;
  show(hits: readonly Hit[]): void;
  /** Moves the focus to the first row, if there is one. */
  focusFirst(): void;
  /** Moves the focus to the row of a series, or to the first. */
  focusSeries(id: string): void;
}

export interface ResultListOptions {
  readonly label: string;
  row(hit: Hit): HTMLElement[];
  /** The focus wants to leave upward. */
  leave(): void;
}

/** A list whose rows are made as they come into sight or under the keyboard. */
export function resultList({ label, row, leave }: ResultListOptions): ResultList {
  const list = h("ul", { class: "series-list", "aria-label": label });
  const rows = growingList<Hit>(
    list,
    (hit) => list.append(h("li", { class: "hit" }, ...row(hit))),
    () => keys.refresh(),
  );
  const keys = roving(list, { more: rows.more, leave });
  let shown: readonly Hit[] = [];
  const isOf = (hit: Hit, id: string) =>
    hit.kind === "question" && [hit.best.series, ...hit.variants].some((series) => series.id === id);
  return {
    element: h("div", {}, ...rows.elements),
    show(hits) {
      shown = hits;
      rows.show(hits);
    },
    focusFirst: () => keys.focus(0),
    focusSeries: (id) =>
      keys.focus(
        Math.max(
          0,
          shown.findIndex((hit) => isOf(hit, id)),
        ),
      ),
  };
}

import type { SearchHit } from "../../query/search";
import { h } from "../dom";
import { roving } from "../roving";

/** Rows put into the page at a time. */
const BATCH = 30;

export interface ResultList {
  readonly element: HTMLElement;
  show(hits: readonly SearchHit[]): void;
  /** Moves the focus to the first row, if there is one. */
  focusFirst(): void;
  /** Moves the focus to the row of a series, or to the first. */
  focusSeries(id: string): void;
}

export interface ResultListOptions {
  readonly label: string;
  row(hit: SearchHit): HTMLButtonElement;
  /** The focus wants to leave upward. */
  leave(): void;
}

/** A list whose rows are made as they come into sight or under the keyboard. */
export function resultList({ label, row, leave }: ResultListOptions): ResultList {
  const list = h("ul", { class: "series-list", "aria-label": label });
  const end = h("div", { class: "list-end" });
  let shown: readonly SearchHit[] = [];

  const addBatch = (): boolean => {
    const { length } = list.children;
    list.append(...shown.slice(length, length + BATCH).map((hit) => h("li", {}, row(hit))));
    keys.refresh();
    return list.children.length < shown.length;
  };
  const keys = roving(list, { more: addBatch, leave });
  if (typeof IntersectionObserver !== "undefined") {
    new IntersectionObserver((entries) => void (entries.some(({ isIntersecting }) => isIntersecting) && addBatch()), { rootMargin: "400px" }).observe(end);
  }
  return {
    element: h("div", {}, list, end),
    show(hits) {
      shown = hits;
      list.replaceChildren();
      addBatch();
    },
    focusFirst: () => keys.focus(0),
    focusSeries: (id) => keys.focus(Math.max(0, shown.findIndex(({ series }) => series.id === id))),
  };
}

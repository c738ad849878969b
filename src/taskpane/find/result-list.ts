import type { Series } from "../../dataset/records";
import { h } from "../dom";

/** Rows put into the page at a time. */
const BATCH = 30;

export interface ResultList {
  readonly element: HTMLElement;
  show(series: readonly Series[]): void;
  /** Moves the focus to the first row, if there is one. */
  focusFirst(): void;
  /** Moves the focus to the row of a series, or to the first. */
  focusSeries(id: string): void;
}

export interface ResultListOptions {
  readonly label: string;
  row(series: Series): HTMLButtonElement;
  /** The focus wants to leave upward. */
  leave(): void;
}

/** A list whose rows are made as they come into sight or under the keyboard. One row is a tab stop; arrows move between rows. */
export function resultList({ label, row, leave }: ResultListOptions): ResultList {
  const list = h("ul", { class: "series-list", "aria-label": label });
  const end = h("div", { class: "list-end", "aria-hidden": "true" });
  const element = h("div", {}, list, end);
  let pending: readonly Series[] = [];

  const rows = () => [...list.querySelectorAll<HTMLButtonElement>(".series-row")];
  const addBatch = () => {
    list.append(...pending.slice(0, BATCH).map((series) => h("li", {}, row(series))));
    pending = pending.slice(BATCH);
    rows().forEach((button, i) => (button.tabIndex = i === 0 ? 0 : -1));
  };
  const focusRow = (index: number) => {
    while (index >= rows().length && pending.length > 0) addBatch();
    const all = rows();
    const target = all[Math.min(index, all.length - 1)];
    if (!target) return;
    for (const button of all) button.tabIndex = button === target ? 0 : -1;
    target.focus();
  };

  if (typeof IntersectionObserver !== "undefined") {
    new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && pending.length > 0 && addBatch(), { rootMargin: "400px" }).observe(end);
  }
  list.addEventListener("keydown", (event) => {
    const at = rows().indexOf(event.target as HTMLButtonElement);
    if (at < 0) return;
    const target: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: Infinity, PageDown: at + 8, PageUp: Math.max(0, at - 8) };
    const index = target[event.key];
    if (index === undefined) return;
    event.preventDefault();
    if (index < 0) leave();
    else if (index === Infinity) focusRow(rows().length + pending.length - 1);
    else focusRow(index);
  });

  return {
    element,
    show(series) {
      list.replaceChildren();
      pending = series;
      addBatch();
    },
    focusFirst: () => focusRow(0),
    focusSeries: (id) => focusRow(Math.max(0, rows().findIndex((button) => button.dataset["series"] === id))),
  };
}

import { h } from "./dom";

/** Names with what there is to say under each; a name without a value is left out. */
export function factList(...facts: readonly (readonly [name: string, value: string | Node])[]): HTMLElement {
  const told = facts.filter(([, value]) => value !== "");
  return h("dl.facts", ...told.flatMap(([name, value]) => [h("dt", name), h("dd", value)]));
}

/** A table that is read out under its name; the columns in `figures` hold figures. */
export function namedTable(
  kind: string,
  label: string,
  heads: readonly string[],
  figures: readonly number[],
  rows: readonly HTMLElement[],
): HTMLElement {
  const cells = heads.map((text, i) => h("th", { scope: "col", class: figures.includes(i) && "number" }, text));
  return h("table", { class: kind, "aria-label": label }, h("thead", h("tr", ...cells)), h("tbody", ...rows));
}

/** Entries put into the page at a time. */
const PORTION = 30;

export interface GrowingList<T> {
  /** The list, and what stands behind it to see its end coming. */
  readonly elements: readonly [list: HTMLElement, end: HTMLElement];
  /** Shows the first of other entries. */
  show(entries: readonly T[]): void;
  /** Puts in further entries; false when there were none left after them. */
  more(): boolean;
}

/**
 * A list that is put into the page by portions, as its end comes into sight or the keyboard asks for `more`. `append`
 * makes an entry and puts it at the end, knowing the one before it; `grown` is told after every portion.
 */
export function growingList<T>(
  list: HTMLElement,
  append: (entry: T, before: T | undefined) => void,
  grown?: () => void,
): GrowingList<T> {
  const end = h("div.list-end", { "aria-hidden": "true" });
  let entries: readonly T[] = [];
  let made = 0;

  const more = (): boolean => {
    for (const entry of entries.slice(made, made + PORTION)) {
      append(entry, entries[made - 1]);
      made++;
    }
    grown?.();
    return made < entries.length;
  };
  const observer =
    typeof IntersectionObserver === "undefined"
      ? undefined
      : new IntersectionObserver((seen) => {
          if (made === entries.length || !seen.some(({ isIntersecting }) => isIntersecting)) return;
          more();
          watch();
        });
  /** Only a change is told: where the end is in sight already, it has to be looked at anew. */
  const watch = () => {
    observer?.unobserve(end);
    observer?.observe(end);
  };
  return {
    elements: [list, end],
    more,
    show(others) {
      entries = others;
      made = 0;
      list.replaceChildren();
      more();
      watch();
    },
  };
}

/** A growing list whose buttons are one tab stop. */
export function growingStop<T>(
  list: HTMLElement,
  append: (entry: T, before: T | undefined) => void,
  leave?: () => void,
) {
  const rows = growingList<T>(list, append, () => keys.refresh());
  const keys = roving(list, { more: rows.more, ...(leave && { leave }) });
  return { ...rows, focus: keys.focus };
}

const PAGE = 8;

export interface RovingOptions {
  /** Makes further items; false when there are none. */
  more?(): boolean;
  /** The focus wants to leave upward. */
  leave?(): void;
}

/** Makes the buttons of a list one tab stop: arrow keys, Home, End and the page keys move between them. */
export function roving(list: HTMLElement, { more, leave }: RovingOptions = {}) {
  const items = () => [...list.querySelectorAll<HTMLButtonElement>("li > button")];
  const stopAt = (stop: HTMLButtonElement | undefined) => {
    for (const item of items()) item.tabIndex = item === stop ? 0 : -1;
  };
  const focus = (index: number) => {
    while (index >= items().length && more?.());
    const all = items();
    const item = all[Math.min(index, all.length - 1)];
    stopAt(item);
    item?.focus();
  };
  list.addEventListener("keydown", (event) => {
    const at = items().indexOf(event.target as HTMLButtonElement);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: Infinity,
      PageDown: at + PAGE,
      PageUp: Math.max(0, at - PAGE),
    };
    const target = targets[event.key];
    if (at < 0 || target === undefined) return;
    event.preventDefault();
    if (target >= 0) focus(target);
    else leave?.();
  });
  return {
    /** To be called when items came or went: one of them is the tab stop. */
    refresh: () => stopAt(items().find(({ tabIndex }) => tabIndex === 0) ?? items()[0]),
    focus,
  };
}

import type { AuditEntry } from "../../workbook/audit";
import { h } from "../dom";
import { roving } from "../roving";

/** Rows put into the page at a time. */
const BATCH = 30;

export interface EntryList {
  readonly element: HTMLElement;
  show(entries: readonly AuditEntry[]): void;
}

/** Formulas and tables under the names of their sheets; rows are made as they come into sight or under the keyboard. */
export function entryList(label: string, row: (entry: AuditEntry) => HTMLButtonElement): EntryList {
  const list = h("ul", { class: "audit-list", "aria-label": label });
  const end = h("div", { class: "list-end" });
  let shown: readonly AuditEntry[] = [];
  let made = 0;

  const addBatch = (): boolean => {
    for (const entry of shown.slice(made, made + BATCH)) {
      if (entry.place.sheetId !== shown[made - 1]?.place.sheetId) list.append(h("li", { class: "audit-sheet" }, h("h2", {}, entry.place.sheet)));
      list.append(h("li", {}, row(entry)));
      made++;
    }
    keys.refresh();
    return made < shown.length;
  };
  const keys = roving(list, { more: addBatch });
  if (typeof IntersectionObserver !== "undefined") {
    new IntersectionObserver((seen) => void (seen.some(({ isIntersecting }) => isIntersecting) && addBatch()), { rootMargin: "400px" }).observe(end);
  }
  return {
    element: h("div", {}, list, end),
    show(entries) {
      shown = entries;
      made = 0;
      list.replaceChildren();
      addBatch();
    },
  };
}

import type { AuditEntry } from "../../../sheets/audit/entry";
import { h } from "../../widgets/dom";
import { growingList, roving } from "../../widgets/lists";

export interface EntryList {
  readonly element: HTMLElement;
  show(entries: readonly AuditEntry[]): void;
}

/** Formulas and tables under the names of their sheets; rows are made as they come into sight or under the keyboard. */
export function entryList(label: string, row: (entry: AuditEntry) => HTMLButtonElement): EntryList {
  const list = h("ul", { class: "audit-list", "aria-label": label });
  const rows = growingList<AuditEntry>(
    list,
    (entry, before) => {
      if (entry.place.sheetId !== before?.place.sheetId)
        list.append(h("li", { class: "audit-sheet" }, h("h2", {}, entry.place.sheet)));
      list.append(h("li", {}, row(entry)));
    },
    () => keys.refresh(),
  );
  const keys = roving(list, rows);
  return { element: h("div", {}, ...rows.elements), show: rows.show };
}

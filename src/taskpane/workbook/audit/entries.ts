import { shortCitation, sourceOf } from "../../../query/citation";
import { TRAITS, type AuditEntry } from "../../../sheets/audit/entry";
import { monthsSince } from "../../../sheets/audit/report";
import { auditTexts } from "../../../sheets/audit/texts";
import { unique } from "../../../sheets/audit/words";
import { localFormula } from "../../../sheets/formula";
import { isError } from "../../../sheets/formula/value";
import { cellsOf } from "../../../sheets/notation/place";
import type { PaneContext } from "../../context/pane-context";
import { h } from "../../widgets/dom";
import { growingStop } from "../../widgets/lists";
import type { AuditViewTexts } from "./texts";

/** Formulas and tables under the names of their sheets; rows are made as they come into sight or under the keyboard. */
export function entryList(label: string, row: (entry: AuditEntry) => HTMLButtonElement) {
  const list = h("ul.audit-list", { "aria-label": label });
  const rows = growingStop<AuditEntry>(list, (entry, before) => {
    if (entry.place.sheetId !== before?.place.sheetId) list.append(h("li.audit-sheet", h("h2", entry.place.sheet)));
    list.append(h("li", row(entry)));
  });
  return { element: h("div", ...rows.elements), show: rows.show };
}

/** Digits that say enough in a line; the cell has them all. */
const DIGITS = 8;

/** One formula or table as a button that leads to its cells. */
export function entryRow(
  context: PaneContext,
  texts: AuditViewTexts,
  entry: AuditEntry,
  now: Date,
  open: (entry: AuditEntry) => void,
): HTMLButtonElement {
  const { traits: tags } = auditTexts[context.language];
  const traits = TRAITS.filter((trait) => entry.traits.has(trait));
  return h(
    "button.audit-row",
    { type: "button", title: localFormula(entry.formula, context.culture) || undefined, onclick: () => open(entry) },
    h("span.audit-row-cell", cellsOf(entry.place)),
    h("span.audit-row-value", valueText(context, texts, entry)),
    h("span.audit-row-question", entry.question),
    h("span.audit-row-status", statusText(context, texts, entry, now)),
    traits.length > 0 &&
      h("span.audit-row-traits", ...traits.map((trait) => h("span.trait", { "data-trait": trait }, tags[trait]))),
  );
}

function valueText({ numbers }: PaneContext, texts: AuditViewTexts, { kind, value, state, place }: AuditEntry): string {
  if (kind === "table") return texts.table;
  if (state === "notCalculated") return texts.notCalculated;
  if (state === "unrecognised") return texts.unrecognised;
  const cells = place.rows * place.columns;
  if (cells > 1) return texts.cells(numbers.count(cells));
  if (isError(value)) return value.error;
  if (typeof value !== "number") return String(value ?? "");
  return value.toLocaleString(numbers.locale, { maximumSignificantDigits: DIGITS });
}

function statusText(
  { session }: PaneContext,
  texts: AuditViewTexts,
  { status, sources, published }: AuditEntry,
  now: Date,
): string {
  const citations = unique(sources.map((id) => shortCitation(sourceOf(session.dataset, id)))).join("; ");
  return unique([status, citations, published && texts.published(published, Number(monthsSince(published, now)))]).join(
    " · ",
  );
}

import { TRAITS, type AuditEntry, type Trait } from "../../../sheets/audit/entry";
import { fill, h } from "../../widgets/dom";
import type { AuditViewTexts } from "./texts";

/** What to show of an audit: all, or what has one trait. */
export function filters(texts: AuditViewTexts, count: (value: number) => string, changed: () => void) {
  const element = h("div.filters", { role: "group", "aria-label": texts.filter });
  let wanted: Trait | undefined;
  const having = (entries: readonly AuditEntry[], trait: Trait | undefined) =>
    trait === undefined ? entries : entries.filter(({ traits }) => traits.has(trait));

  const button = (entries: readonly AuditEntry[], trait: Trait | undefined) => {
    const found = having(entries, trait).length;
    const pick = () => {
      wanted = trait;
      for (const other of element.querySelectorAll("button"))
        other.setAttribute("aria-pressed", String(other === made));
      changed();
    };
    const made = h(
      "button.choice.filter",
      { type: "button", "aria-pressed": String(trait === wanted), onclick: pick },
      `${trait === undefined ? texts.all : texts.traits[trait]} ${count(found)}`,
    );
    return made;
  };
  return {
    element,
    /** Offers what these entries have, and keeps what is chosen where it still exists. */
    offer(entries: readonly AuditEntry[]) {
      const offered = TRAITS.filter((trait) => having(entries, trait).length > 0);
      if (wanted !== undefined && !offered.includes(wanted)) wanted = undefined;
      fill(element, ...(offered.length > 0 ? [undefined, ...offered].map((trait) => button(entries, trait)) : []));
    },
    /** The entries that are to be shown. */
    chosen: (entries: readonly AuditEntry[]) => having(entries, wanted),
  };
}

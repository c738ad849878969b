import type { Event } from "../../dataset/records";
import { createCaller, FunctionError } from "../../functions";
import { dayOf, stateOn } from "../../query/controls";
import { shortCitation, sourceOf } from "../../query/citation";
import type { Block } from "../../workbook";
import type { PaneContext } from "../context";
import { fill, h } from "../dom";
import { eventSummary, eventWords } from "../event-words";
import { externalLink } from "../external-link";
import { containsWords, filterBar } from "../filter-bar";
import { formulaText, type Call } from "../formula/call";
import { wordFor } from "../formula/words";
import { insertControls } from "../insert/insert-controls";
import type { Section } from "../navigation/section";
import { sourceWords } from "../series/source-words";

/** Controls, quotas, deals and the rest, newest first, with filters; what the filters leave can be inserted as a formula. */
export const eventsSection: Section = {
  id: "events",
  title: ({ sections }) => sections.events,
  open(context, _host, before) {
    const { texts, reader, session, language, culture, nameOf, numbers } = context;
    const events = [...reader.view.events()].sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
    const label = (list: string) => (id: string) => [id, session.dataset.label(list, id, language)] as const;
    const codes = (of: (event: Event) => readonly string[], list: string) => [...new Set(events.flatMap(of))].map(label(list)).sort((a, b) => a[1].localeCompare(b[1]));
    const filters = [
      { name: "type", label: texts.events.type, options: [["", texts.events.allTypes] as const, ...codes(({ type }) => [type], "event_types")] },
      { name: "item", label: texts.tables.item, options: [["", texts.events.allItems] as const, ...codes(({ items }) => items, "items")] },
    ] as const;
    const bar = filterBar(texts.events.search, filters, before, () => renew());
    const count = h("p", { class: "result-count", role: "status" });
    const list = h("ul", { class: "event-list", "aria-label": texts.events.title });
    const formula = h("code", { class: "preview-content", tabindex: 0, role: "textbox", "aria-readonly": "true", "aria-label": texts.insert.preview });
    const controls = insertControls(context, () => element);
    const panel = h("section", { class: "insert-panel", "aria-label": texts.insert.title }, formula, controls.target, controls.notice, controls.buttons);
    const element = h("section", { class: "view series-view", "aria-label": texts.events.title }, h("h1", { class: "unseen" }, texts.events.title), bar.element, h("div", { class: "find-view" }, count, list), panel);

    const renew = () => {
      const { type, item, text } = bar.values;
      const found = events.filter((event) => (type === "" || event.type === type) && (item === "" || event.items.includes(item)) && containsWords(text, eventWords(context, event)));
      count.textContent = texts.events.found(numbers.count(found.length));
      fill(list, ...found.map((event) => eventItem(context, event)));
      const call: Call = { id: "METALS.EVENTS", args: [type === "" ? undefined : wordFor(session, "event_types", type), item === "" ? undefined : wordFor(session, "items", item)] };
      const block = blockOf(context, call);
      formula.textContent = formulaText(call, culture.list, nameOf);
      controls.plan(block && { block }, texts.events.insert);
    };
    renew();
    return { element, focus: bar.focus, shown: controls.look, state: () => ({ ...bar.values }), dispose: controls.dispose };
  },
};

/** The spill of a call; undefined where it has none. */
function blockOf({ session, nameOf }: PaneContext, call: Call): Block | undefined {
  try {
    const rows = createCaller(session).call(call.id, call.args);
    if (!Array.isArray(rows)) return undefined;
    const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
    return { content: [[{ formula: formulaText(call, ",", nameOf) }]], rows: rows.length, columns: widths.length, headers: 0, formats: widths.map(() => "General"), widths };
  } catch (error) {
    if (error instanceof FunctionError) return undefined;
    throw error;
  }
}

function eventItem(context: PaneContext, event: Event): HTMLElement {
  const { session, reader, language, texts } = context;
  const { dataset } = session;
  const state = stateOn(reader.view, event, dayOf(reader.view));
  const items = event.items.map((id) => dataset.label("items", id, language)).join(texts.comma);
  const words = sourceWords(context, event);
  const cited = [shortCitation(sourceOf(dataset, event.source)), words.where].filter((text) => text !== "").join(texts.comma);
  return h(
    "li",
    { class: "event" },
    h("p", { class: "event-head" }, h("time", {}, event.date), h("span", {}, dataset.label("event_types", event.type, language)), state !== undefined && state !== "event" && h("span", { class: "event-state", "data-state": state }, dataset.label("event_states", state, language))),
    h("p", {}, eventSummary(event, language)),
    items !== "" && h("p", { class: "quiet" }, items),
    h("p", { class: "quiet" }, words.url === "" ? cited : externalLink(context, words.url, cited)),
  );
}

import type { Event } from "../../dataset/records";
import { concerns, dayOf, stateOn } from "../../query/controls";
import { shortCitation, sourceOf } from "../../query/citation";
import { simplifier } from "../../query/words/simplified";
import type { PaneContext } from "../context/pane-context";
import { fill, h } from "../widgets/dom";
import { eventSummary, eventWords } from "../words/event-words";
import { externalLink } from "../widgets/external-link";
import { containsWords, filterBar, nothingFits } from "../widgets/filter-bar";
import { formulaText, type Call } from "../../functions/calls/call";
import { wordFor } from "../../functions/calls/say";
import { growingList } from "../widgets/lists";
import { insertControls } from "../insert/insert-controls";
import type { Section } from "../context/section";
import { segments } from "../widgets/segments";
import { sourceWords } from "../words/source-words";
import { formulaBlock, valuesBlock } from "./event-block";

/** Controls, quotas, deals and the rest by year, newest first, with filters; what the filters leave can be inserted, as a formula or as values. */
export const eventsSection: Section = {
  id: "events",
  title: ({ sections }) => sections.events,
  open(context, _host, before) {
    const { texts, reader, session, language, culture, nameOf, numbers } = context;
    const day = dayOf(reader.view);
    const events = [...reader.view.events()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).reverse();
    const states = new Map(events.map((event) => [event, stateOf(context, event, day)]));
    const label = (list: string) => (id: string) => [id, session.dataset.label(list, id, language)] as const;
    const codes = (of: (event: Event) => readonly string[], list: string) =>
      [...new Set(events.flatMap(of))].map(label(list)).sort((a, b) => a[1].localeCompare(b[1]));
    const filters = [
      {
        name: "type",
        label: texts.events.type,
        options: [["", texts.events.allTypes] as const, ...codes(({ type }) => [type], "event_types")],
      },
      {
        name: "item",
        label: texts.tables.item,
        options: [["", texts.events.allItems] as const, ...codes(({ items }) => items, "items")],
      },
      {
        name: "state",
        label: texts.events.state,
        options: [
          ["", texts.events.allStates] as const,
          ...codes((event) => [states.get(event)!].filter((state) => state !== ""), "event_states"),
        ],
      },
    ] as const;
    const bar = filterBar(texts.events.search, filters, before, () => renew());
    const count = h("p", { class: "result-count", role: "status" });
    const list = h("div", { class: "event-years" });
    const rows = growingList<Event>(list, (event, before) => {
      const year = yearOf(event);
      if (!before || yearOf(before) !== year)
        list.append(
          h(
            "section",
            {},
            h("h2", { class: "event-year" }, year),
            h("ul", { class: "event-list", "aria-label": year }),
          ),
        );
      list.lastElementChild!.lastElementChild!.append(eventItem(context, event, states.get(event)!));
    });
    const none = h("div", {});
    const preview = h("code", {
      class: "preview-content",
      tabindex: 0,
      role: "textbox",
      "aria-readonly": "true",
      "aria-label": texts.insert.preview,
    });
    const controls = insertControls(context);
    let as: "formula" | "values" = context.insertOptions.areValues() ? "values" : "formula";
    const form = segments(
      texts.insert.as,
      [
        { value: "formula", text: texts.insert.formula },
        { value: "values", text: texts.insert.values },
      ],
      as,
      (value) => {
        as = value;
        context.insertOptions.keepValues(value === "values");
        plan();
      },
    );
    const panel = controls.panel((toggle) => [
      h("div", { class: "insert-choices" }, form.element),
      h("div", { class: "preview folds" }, h("div", { class: "preview-lines" }, preview), toggle),
    ]);
    const element = h(
      "section",
      { class: "view series-view", "aria-label": texts.events.title },
      h("h1", { class: "unseen" }, texts.events.title),
      bar.element,
      h("div", { class: "find-view" }, count, none, ...rows.elements),
      panel,
    );
    let found: readonly Event[] = [];

    const renew = () => {
      const { type, item, state, text } = bar.values;
      found = events.filter(
        (event) =>
          (type === "" || event.type === type) &&
          (item === "" || concerns(event, item)) &&
          (state === "" || states.get(event) === state) &&
          containsWords(simplifier(session.dataset)(text), eventWords(context, event)),
      );
      count.textContent = texts.events.found(numbers.count(found.length));
      rows.show(found);
      fill(none, found.length === 0 && nothingFits(texts, bar));
      plan();
    };
    const plan = () => {
      const { type, item, state, text } = bar.values;
      const call: Call = {
        id: "METALS.EVENTS",
        args: [
          type === "" ? undefined : wordFor(session, "event_types", type),
          item === "" ? undefined : wordFor(session, "items", item),
        ],
      };
      // A formula asks for types and items only: what words and states leave can be had as values.
      const isFormula = as === "formula" && text.trim() === "" && state === "";
      const isOnlyValues = as === "formula" && !isFormula;
      const block = isFormula ? formulaBlock(context, call) : valuesBlock(context, found);
      preview.classList.toggle("quiet", !isFormula);
      preview.textContent = isFormula
        ? formulaText(call, culture.list, nameOf)
        : isOnlyValues && block
          ? texts.events.onlyValues
          : block
            ? texts.insert.size(block.rows, block.columns)
            : "";
      controls.plan(block && { block }, isFormula ? texts.events.insert : texts.events.insertValues);
    };
    renew();
    return {
      element,
      focus: bar.focus,
      shown: controls.look,
      state: () => ({ ...bar.values }),
      dispose: controls.dispose,
    };
  },
};

/** The state of a control on a day; "" for everything else. */
function stateOf({ reader }: PaneContext, event: Event, day: string): string {
  const state = stateOn(reader.view, event, day);
  return state === undefined || state === "event" ? "" : state;
}

function yearOf({ date }: Event): string {
  return date.slice(0, 4);
}

function eventItem(context: PaneContext, event: Event, state: string): HTMLElement {
  const { session, language, texts } = context;
  const { dataset } = session;
  const items = event.items.map((id) => dataset.label("items", id, language)).join(texts.comma);
  const words = sourceWords(context, event);
  const cited = [shortCitation(sourceOf(dataset, event.source)), words.where]
    .filter((text) => text !== "")
    .join(texts.comma);
  return h(
    "li",
    { class: "event" },
    h(
      "p",
      { class: "event-head" },
      h("time", {}, event.date),
      h("span", {}, dataset.label("event_types", event.type, language)),
      state !== "" &&
        h("span", { class: "event-state", "data-state": state }, dataset.label("event_states", state, language)),
    ),
    h("p", {}, eventSummary(event, language)),
    items !== "" && h("p", { class: "quiet" }, items),
    h("p", { class: "quiet" }, words.url === "" ? cited : externalLink(context, words.url, cited)),
  );
}

import type { Event } from "../../dataset/records";
import { concerns, dayOf, stateOn } from "../../query/controls";
import { shortCitation, sourceOf } from "../../query/citation";
import { simplifier } from "../../query/words/simplified";
import type { PaneContext } from "../context/pane-context";
import { fill, h } from "../widgets/dom";
import { eventSummary, eventWords } from "../words/event-words";
import { externalLink } from "../widgets/external-link";
import { containsWords, filterBar, nothingFits, type Filter } from "../widgets/filter-bar";
import { formulaText, type Call } from "../../functions/calls/call";
import { wordFor } from "../../functions/calls/say";
import { growingList, type GrowingList } from "../widgets/lists";
import { insertControls } from "../insert/insert-controls";
import { previewContent } from "../insert/preview-lines";
import type { Section } from "../context/section";
import { segments } from "../widgets/segments";
import { sourceWords } from "../words/source-words";
import { createCaller, FunctionError } from "../../functions";
import type { Block, CellContent } from "../../sheets/insert/block";
import { textWidth } from "../../sheets/text-width";

/** Controls, quotas, deals and the rest by year, newest first, with filters; what the filters leave can be inserted, as a formula or as values. */
export const eventsSection: Section = {
  id: "events",
  title: ({ sections }) => sections.events,
  open(context, _host, before) {
    const { texts, reader, session, numbers } = context;
    const day = dayOf(reader.view);
    const events = [...reader.view.events()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).reverse();
    const states = new Map(events.map((event) => [event, stateOf(context, event, day)]));
    const bar = filterBar(texts, texts.events.search, filtersOf(context, events, states), before, () => renew());
    const count = h("p.result-count", { role: "status" });
    const rows = eventList(context, states);
    const none = h("div", {});
    const insert = insertPart(context);
    const element = h(
      "section.view.series-view",
      { "aria-label": texts.events.title },
      h("h1.unseen", texts.events.title),
      bar.element,
      h("div.find-view", count, none, ...rows.elements),
      insert.panel,
    );
    const renew = () => {
      const { type, item, state, text } = bar.values;
      const words = simplifier(session.dataset)(text);
      const found = events.filter(
        (event) =>
          (type === "" || event.type === type) &&
          (item === "" || concerns(event, item)) &&
          (state === "" || states.get(event) === state) &&
          containsWords(words, eventWords(context, event)),
      );
      count.textContent = texts.events.found(numbers.count(found.length));
      rows.show(found);
      fill(none, found.length === 0 && nothingFits(texts, bar));
      insert.plan(found, bar.values);
    };
    renew();
    return {
      element,
      focus: bar.focus,
      shown: insert.look,
      state: () => ({ ...bar.values }),
      dispose: insert.dispose,
    };
  },
};

type Name = "type" | "item" | "state";

/** What there is to choose of each kind. */
function filtersOf(
  { texts, session, language }: PaneContext,
  events: readonly Event[],
  states: ReadonlyMap<Event, string>,
): Filter<Name>[] {
  const filter = (name: Name, label: string, all: string, list: string, of: (event: Event) => readonly string[]) => {
    const labelled = (id: string) => [id, session.dataset.label(list, id, language)] as const;
    const codes = [...new Set(events.flatMap(of))].map(labelled).sort((a, b) => a[1].localeCompare(b[1]));
    return { name, label, options: [["", all] as const, ...codes] };
  };
  const { type, allTypes, allItems, state, allStates } = texts.events;
  return [
    filter("type", type, allTypes, "event_types", (event) => [event.type]),
    filter("item", texts.tables.item, allItems, "items", ({ items }) => items),
    filter("state", state, allStates, "event_states", (event) => [states.get(event)!].filter((one) => one !== "")),
  ];
}

/** Events under their years, made as they come into sight. */
function eventList(context: PaneContext, states: ReadonlyMap<Event, string>): GrowingList<Event> {
  const list = h("div.event-years");
  return growingList<Event>(list, (event, before) => {
    const year = yearOf(event);
    if (!before || yearOf(before) !== year)
      list.append(h("section", h("h2.event-year", year), h("ul.event-list", { "aria-label": year })));
    list.lastElementChild!.lastElementChild!.append(eventItem(context, event, states.get(event)!));
  });
}

/** Inserting what the filters leave. */
function insertPart(context: PaneContext) {
  const { texts, session, culture, nameOf, insertOptions } = context;
  const preview = previewContent(texts.insert.preview);
  const controls = insertControls(context);
  let as: "formula" | "values" = insertOptions.areValues() ? "values" : "formula";
  let found: readonly Event[] = [];
  let values: Readonly<Record<Name | "text", string>>;
  const form = segments(
    texts.insert.as,
    (["formula", "values"] as const).map((value) => ({ value, text: texts.insert[value] })),
    as,
    (value) => {
      as = value;
      insertOptions.keepValues(value === "values");
      renew();
    },
  );
  const renew = () => {
    const { type, item, state, text } = values;
    const word = (list: "event_types" | "items", code: string) =>
      code === "" ? undefined : wordFor(session, list, code);
    const call: Call = { id: "METALS.EVENTS", args: [word("event_types", type), word("items", item)] };
    // A formula asks for types and items only: what words and states leave can be had as values.
    const isFormula = as === "formula" && text.trim() === "" && state === "";
    const block = isFormula ? formulaBlock(context, call) : valuesBlock(context, found);
    preview.classList.toggle("quiet", !isFormula);
    if (isFormula) preview.textContent = formulaText(call, culture.list, nameOf);
    else if (!block) preview.textContent = "";
    else
      preview.textContent = as === "formula" ? texts.events.onlyValues : texts.insert.size(block.rows, block.columns);
    controls.plan(block && { block }, isFormula ? texts.events.insert : texts.events.insertValues);
  };
  return {
    panel: controls.panel((toggle) => [
      h("div.insert-choices", form.element),
      h("div.preview.folds", h("div.preview-lines", preview), toggle),
    ]),
    look: controls.look,
    dispose: controls.dispose,
    plan(events: readonly Event[], chosen: typeof values) {
      found = events;
      values = chosen;
      renew();
    },
  };
}

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
    "li.event",
    h(
      "p.event-head",
      h("time", event.date),
      h("span", dataset.label("event_types", event.type, language)),
      state !== "" && h("span.event-state", { "data-state": state }, dataset.label("event_states", state, language)),
    ),
    h("p", eventSummary(event, language)),
    items !== "" && h("p.quiet", items),
    h("p.quiet", words.url === "" ? cited : externalLink(context, words.url, cited)),
  );
}

/** The spill of a call; undefined where it has none. */
function formulaBlock({ session, nameOf }: PaneContext, call: Call): Block | undefined {
  try {
    const rows = createCaller(session).call(call.id, call.args);
    if (!Array.isArray(rows)) return undefined;
    return blockOf(
      [[{ formula: formulaText(call, ",", nameOf) }]],
      rows.length,
      rows.map((row) => row.map(String)),
      0,
    );
  } catch (error) {
    if (error instanceof FunctionError) return undefined;
    throw error;
  }
}

/** Some events as cells, with a header row, oldest first as METALS.EVENTS has them; undefined without events. */
function valuesBlock({ session, language, texts }: PaneContext, events: readonly Event[]): Block | undefined {
  if (events.length === 0) return undefined;
  const { dataset } = session;
  const rows = [...events]
    .reverse()
    .map((event) => [
      event.date,
      dataset.label("event_types", event.type, language),
      event.items.map((id) => dataset.label("items", id, language)).join(texts.comma),
      eventSummary(event, language),
      shortCitation(sourceOf(dataset, event.source)),
    ]);
  const cells = [[...texts.events.columns], ...rows];
  return blockOf(cells, cells.length, cells, 1);
}

function blockOf(
  content: readonly (readonly CellContent[])[],
  rows: number,
  shown: readonly (readonly string[])[],
  headers: number,
): Block {
  const widths = shown[0]!.map((_, column) => Math.max(...shown.map((row) => textWidth(row[column]!))));
  return { content, rows, columns: widths.length, headers, formats: widths.map(() => "General"), widths };
}

import type { Event } from "../../dataset/records";
import { shortCitation, sourceOf } from "../../query/citation";
import { concerns, controlsOn, stateOn, type Control } from "../../query/controls";
import { inLanguage, type Context } from "../context";
import { overlaps } from "../periods";
import type { EVENT_FACTS, EventSet } from "../recipe/recipe";
import { textsIn } from "../texts";

/** The events a recipe lists, oldest first: of its types, on its items or the one asked for, within the table's span. */
export function eventsOf({ reader, item, from, to }: Context, { types, items }: EventSet): Event[] {
  const wanted = item ? [item] : items;
  return reader.view
    .events()
    .filter((event) => !types || types.includes(event.type))
    .filter((event) => !wanted || wanted.some((one) => concerns(event, one)))
    .filter((event) => overlaps(event.date, from, to))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
}

/** A fact about an event in words; "" where there is none. */
export function eventFact(context: Context, event: Event, fact: (typeof EVENT_FACTS)[number]): string {
  const { session, reader, day } = context;
  const { dataset, language } = session;
  const texts = textsIn(language);
  switch (fact) {
    case "announcement":
      return texts.announcement(event.announcement) ?? event.announcement;
    case "date":
    case "due":
    case "until":
      return event[fact];
    case "in-force":
      return event.in_force;
    case "suspended":
      return event.suspended_from && texts.span(event.suspended_from, event.suspended_to);
    case "type":
      return dataset.label("event_types", event.type, language);
    case "items":
      return texts.list(event.items.map((item) => dataset.label("items", item, language)));
    case "actors":
      return texts.list(event.actors.split("|"));
    case "destination":
      return event.destination && dataset.label("areas", event.destination, language);
    case "state": {
      const state = stateOn(reader.view, event, day);
      return state === undefined || state === "event" ? "" : dataset.label("event_states", state, language);
    }
    case "what":
      return inLanguage(language, event, "summary") ?? "";
    case "source":
      return shortCitation(sourceOf(dataset, event.source));
  }
}

/** The controls on some items in one line: state by state, the announcements. "" where there are none. */
export function controlLine(context: Context, controls: readonly Control[]): string {
  const { dataset, language } = context.session;
  const texts = textsIn(language);
  const states = [...new Set(controls.map(({ state }) => state))];
  const measures = (state: string) =>
    new Set(controls.filter((control) => control.state === state).map(({ event }) => measureName(context, event)));
  return texts.clauses(
    states.map((state) => texts.stated(dataset.label("event_states", state, language), [...measures(state)])),
  );
}

/** The announcement, clauses of one being the same, with the country it concerns. */
function measureName({ session: { dataset, language } }: Context, { announcement, type, destination }: Event): string {
  const texts = textsIn(language);
  const [printed = ""] = announcement.split(",");
  const name = texts.announcement(printed) || dataset.label("event_types", type, language);
  return destination ? texts.qualified(name, dataset.label("areas", destination, language)) : name;
}

/** The controls on the items a row is about. */
export function controlsFor(
  { reader, day }: Context,
  item: string,
  also: Readonly<Record<string, readonly string[]>> | undefined,
): Control[] {
  return controlsOn(reader.view, [item, ...(also?.[item] ?? [])], day);
}

import { lastDay } from "../dataset/period";
import type { Event } from "../dataset/records";
import type { View } from "../dataset/view";

/** Codes of `codes/event_states.csv` that an event can be in. `event` is one that restricts nothing. */
export type EventState = "event" | "announced" | "in-force" | "suspended" | "suspension-ended" | "ended";

/** A restriction with its state on a day. */
export interface Control {
  readonly event: Event;
  readonly state: EventState;
  /** Whether it restricts only a part of what was asked about. */
  readonly inPart: boolean;
}

/** Whether an event is about an item, or about a part of it. */
export function concerns({ items, items_in_part }: Event, item: string): boolean {
  return items.includes(item) || items_in_part.includes(item);
}

/**
 * The state of an event on an ISO day; undefined on days before it was announced. All dates are inclusive. After the last
 * day of a suspension the state says so and no more: what followed is not in the data.
 */
export function stateOn(view: View, event: Event, day: string): EventState | undefined {
  const reached = (date: string) => date !== "" && date <= day;
  const passed = (date: string) => date !== "" && lastDay(date) < day;
  if (!reached(event.announced || event.date)) return undefined;
  if (view.dataset.codes("event_types").get(event.type)?.["control"] !== "yes") return "event";
  if (passed(event.until)) return "ended";
  if (reached(event.suspended_from)) return passed(event.suspended_to) ? "suspension-ended" : "suspended";
  return reached(event.in_force) ? "in-force" : "announced";
}

/** The restrictions on any of these items, or on a part of one, that had been announced by a day, oldest first. */
export function controlsOn(view: View, items: readonly string[], day: string): Control[] {
  return view
    .events()
    .filter((event) => items.some((item) => concerns(event, item)))
    .flatMap((event): Control[] => {
      const state = stateOn(view, event, day);
      return state === undefined || state === "event"
        ? []
        : [{ event, state, inPart: !event.items.some((item) => items.includes(item)) }];
    })
    .sort((a, b) =>
      a.event.date < b.event.date ? -1 : a.event.date > b.event.date ? 1 : a.event.id < b.event.id ? -1 : 1,
    );
}

/** The day a view answers for: its as-of day, else that of its data release. */
export function dayOf(view: View): string {
  return view.at.day ?? view.release.date;
}

import type { Event } from "../dataset/records";
import { dayOf, type Control } from "../query/controls";
import type { View } from "../dataset/view";
import { textsIn } from "../tables/texts";
import { messagesOf } from "./messages";
import type { Session } from "./session";

/** A control in words: its state, for whom, and by which announcement. */
export function controlText(session: Session, control: Control): string {
  return messagesOf(session).controls.by(stateText(session, control), announcementOf(session, control.event));
}

/** The state of a control: its rule with the date, or what became of it; for whom. */
export function stateText(session: Session, { event, state }: Control): string {
  const texts = messagesOf(session).controls;
  const { due, in_force, until, suspended_from, suspended_to, destination } = event;
  const rule = destination ? texts.restricted : (texts.rules[event.type] ?? session.dataset.label("event_types", event.type, session.language));
  const words: Readonly<Record<Control["state"], string>> = {
    event: rule,
    announced: texts.announced(due),
    "in-force": texts.inForce(rule, in_force),
    suspended: texts.suspended(suspended_from, suspended_to),
    "suspension-ended": texts.suspensionEnded(suspended_from, suspended_to),
    ended: texts.ended(rule, in_force || due || event.date, until),
  };
  return destination ? texts.towards(words[state], session.dataset.label("areas", destination, session.language)) : words[state];
}

/** The announcement by its number, or what it says where it has none. */
export function announcementOf({ language }: Session, event: Event): string {
  const named = event.announcement && textsIn(language).announcement(event.announcement);
  return named || (language === "zh" && event.summary_zh) || event.summary;
}

/** Adds the last day the data knows when a later one is asked for. */
export function asKnown(session: Session, view: View, day: string, text: string): string {
  const last = dayOf(view);
  return day > last ? messagesOf(session).controls.knownUntil(text, last) : text;
}

import type { Event } from "../../dataset/records";
import { dayOf, type Control } from "../../query/controls";
import type { View } from "../../dataset/view";
import { textsIn } from "../../tables/texts";
import { messagesOf } from "../messages";
import type { Session } from "../session";

/** A control in words: its state, for whom, and by which announcement; where it covers a part only, which. */
export function controlText(session: Session, control: Control): string {
  const { by, inPart } = messagesOf(session).controls;
  const text = by(stateText(session, control), announcementOf(session, control.event));
  return control.inPart ? inPart(text, summaryOf(session, control.event)) : text;
}

/** What an event is, in the session's language. */
export function summaryOf({ language }: Session, { summary, summary_zh }: Event): string {
  return (language === "zh" && summary_zh) || summary;
}

/** The state of a control: its rule with the date, or what became of it; for whom. */
export function stateText(session: Session, { event, state }: Control): string {
  const texts = messagesOf(session).controls;
  const { due, in_force, until, suspended_from, suspended_to, destination } = event;
  const rule = destination
    ? texts.restricted
    : (texts.rules[event.type] ?? session.dataset.label("event_types", event.type, session.language));
  const words: Readonly<Record<Control["state"], string>> = {
    event: rule,
    announced: texts.announced(due),
    "in-force": texts.inForce(rule, in_force),
    suspended: texts.suspended(suspended_from, suspended_to),
    "suspension-ended": texts.suspensionEnded(suspended_from, suspended_to),
    ended: texts.ended(rule, in_force || due || event.date, until),
  };
  return destination
    ? texts.towards(words[state], session.dataset.label("areas", destination, session.language))
    : words[state];
}

/** The announcement by its number, or what it says where it has none. */
export function announcementOf(session: Session, event: Event): string {
  return (
    (event.announcement && textsIn(session.language).announcement(event.announcement)) || summaryOf(session, event)
  );
}

/** Adds the last day the data knows when a later one is asked for. */
export function asKnown(session: Session, view: View, day: string, text: string): string {
  const last = dayOf(view);
  return day > last ? messagesOf(session).controls.knownUntil(text, last) : text;
}

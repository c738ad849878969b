import type { Event } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";

/** What an event is found by: its texts, and every name of its type and of what it is about. */
export function eventWords({ session, language }: PaneContext, event: Event): string[] {
  const { dataset } = session;
  const names = (list: string, id: string) => [
    dataset.label(list, id, language),
    ...(dataset.codes(list).get(id)?.aliases ?? []),
  ];
  return [
    event.date,
    eventSummary(event, language),
    event.announcement,
    event.actors,
    ...names("event_types", event.type),
    ...event.items.flatMap((id) => names("items", id)),
  ];
}

export function eventSummary({ summary, summary_zh }: Event, language: PaneContext["language"]): string {
  return (language === "zh" && summary_zh) || summary;
}

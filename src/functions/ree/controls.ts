import { controlsOn, dayOf, type Control, type EventState } from "../../query/controls";
import { shortCitation, sourceOf } from "../../query/citation";
import { refuse } from "../../query/refusal";
import type { Cell } from "../cells";
import { announcementOf, stateText } from "../answering/controls";
import { define } from "../definition";
import { messagesOf } from "../messages";
import { day, item, optional } from "../reading/parameters";
import { standingView, type Session } from "../session";

/** What still binds or may bind again. After a suspension was due to end nobody can tell from the data, so it stays listed. */
const LISTED: ReadonlySet<EventState> = new Set(["in-force", "suspended", "suspension-ended"]);

export const CONTROLS = define({
  id: "REE.CONTROLS",
  summary:
    "Spills China's export controls in force or suspended on a day: announcement, items, state in words, destination, and source.",
  parameters: {
    element: optional(
      item(undefined, "Rare-earth element, metal or product, such as dysprosium, Dy or 镝", "elements"),
      "everything controlled",
    ),
    date: optional(day, "the day of the data release, or that of the workbook's pin"),
  },
  spills: true,
  examples: [
    { formula: "=REE.CONTROLS()", says: "Every control there is, by announcement" },
    { formula: '=REE.CONTROLS("gallium","2025-12-01")', says: "Controls on gallium on one day" },
  ],
  method({ element, date }, session) {
    const view = standingView(session);
    const on = date ?? dayOf(view);
    const items = element ? [element] : [...session.dataset.codes("items").keys()];
    const controls = controlsOn(view, items, on).filter(({ state }) => LISTED.has(state));
    if (controls.length === 0)
      refuse("nothing", {
        what: [element && session.dataset.label("items", element, session.language), on].filter(Boolean).join(", "),
      });
    return controls.map((control) => row(session, control));
  },
});

function row(session: Session, control: Control): Cell[] {
  const { dataset, language } = session;
  const { event } = control;
  const { none } = messagesOf(session).cells;
  return [
    announcementOf(session, event),
    event.items.map((id) => dataset.label("items", id, language)).join(", "),
    stateText(session, control),
    event.destination ? dataset.label("areas", event.destination, language) : none,
    shortCitation(sourceOf(dataset, event.source)),
  ];
}

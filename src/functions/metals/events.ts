import { overlaps } from "../../tables/periods";
import { checkOrder } from "../../query/period/period";
import type { Event } from "../../dataset/records";
import { concerns } from "../../query/controls";
import { refuse } from "../../query/refusal";
import { shortCitation, sourceOf } from "../../query/citation";
import type { Cell } from "../cells";
import { define } from "../definition";
import { summaryOf } from "../answering/controls";
import { messagesOf } from "../messages";
import { asOf, item, optional, period, word } from "../reading/parameters";
import type { Session } from "../session";

export const EVENTS = define({
  id: "METALS.EVENTS",
  summary:
    "Spills what happened, oldest first: date, type, item, what and source. Export controls, quotas, enforcement, deals, standards and more.",
  parameters: {
    type: optional(
      word("event_types", "Type of event, such as export control, quota or deal", "event_types"),
      "all types",
    ),
    item: optional(item(undefined, "Metal, product or element the event concerns", "metals"), "all items"),
    from: optional({ ...period, description: "First year or month" }, "the first there is"),
    to: optional({ ...period, description: "Last year or month" }, "the last there is"),
    as_of: asOf,
  },
  spills: true,
  examples: [
    { formula: '=METALS.EVENTS("export control",,2025)', says: "Export controls announced since 2025" },
    { formula: '=METALS.EVENTS(,"gallium")', says: "Everything on gallium" },
  ],
  method({ type, item, from, to, as_of }, session) {
    checkOrder(from, to, "to");
    const { dataset, language } = session;
    const events = as_of
      .events()
      .filter(
        (event) => (!type || event.type === type) && (!item || concerns(event, item)) && overlaps(event.date, from, to),
      )
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const asked = [
      type && dataset.label("event_types", type, language),
      item && dataset.label("items", item, language),
      from,
      to,
    ].filter(Boolean);
    return events.length > 0
      ? events.map((event) => row(session, event))
      : refuse("nothing", { what: asked.join(", ") });
  },
});

function row(session: Session, event: Event): Cell[] {
  const { dataset, language } = session;
  const items = event.items.map((id) => dataset.label("items", id, language)).join(", ");
  const { none } = messagesOf(session).cells;
  return [
    event.date,
    dataset.label("event_types", event.type, language),
    items || none,
    summaryOf(session, event),
    shortCitation(sourceOf(dataset, event.source)),
  ];
}

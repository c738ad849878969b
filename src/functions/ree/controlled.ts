import { controlsOn, dayOf } from "../../query/controls";
import { asKnown, controlText } from "../answering/controls";
import { define } from "../definition";
import { messagesOf } from "../messages";
import { country, day, item, optional } from "../reading/parameters";
import { standingView } from "../session";

export const CONTROLLED = define({
  id: "REE.CONTROLLED",
  summary:
    "Whether China controls exports of an element or product on a day, in words: licence required, suspended, announced, not listed; with the announcement.",
  parameters: {
    element: item(undefined, "Rare-earth element, metal or product, such as dysprosium, Dy or 镝", "elements"),
    date: optional(day, "the day of the data release, or that of the workbook's pin"),
    destination: optional(
      { ...country, description: "Country the goods go to" },
      "all, with those for one country marked",
    ),
  },
  result: "text",
  examples: [
    { formula: '=REE.CONTROLLED("dysprosium")', says: "Under licence since April 2025" },
    { formula: '=REE.CONTROLLED("holmium","2025-12-01")', says: "Suspended before it came into force" },
    { formula: '=REE.CONTROLLED("magnets")', says: "Licence for a part, and which" },
    { formula: '=REE.CONTROLLED("copper")', says: "Not listed" },
  ],
  method({ element, date, destination }, session) {
    const view = standingView(session);
    const on = date ?? dayOf(view);
    const controls = controlsOn(view, [element], on).filter(
      ({ event }) => !destination || !event.destination || event.destination === destination,
    );
    const standing = controls.filter(({ state }) => state !== "ended");
    const told = standing.length > 0 ? standing : controls;
    const text =
      told.map((control) => controlText(session, control)).join("; ") || messagesOf(session).controls.notListed;
    return asKnown(session, view, on, text);
  },
});

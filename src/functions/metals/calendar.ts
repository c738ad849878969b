import { calendarOf } from "../../query/calendar";
import type { Block } from "../cells";
import { refuse } from "../../query/refusal";
import { define } from "../definition";
import { messagesOf } from "../messages";
import { optional, word } from "../reading/parameters";
import { standingView } from "../session";

export const CALENDAR = define({
  id: "METALS.CALENDAR",
  summary:
    "Spills the newest edition held of each family of sources, its date, and the month by which the next is to be expected by the publisher's habit.",
  parameters: {
    source: optional(
      word("lineages", "Family of sources, such as China Customs, BACI or USGS Minerals Yearbook"),
      "all families",
    ),
  },
  spills: true,
  isWhole: () => true,
  examples: [
    { formula: "=METALS.CALENDAR()", says: "Every family of sources" },
    { formula: '=METALS.CALENDAR("World Bank")', says: "When the next Pink Sheet is to be expected" },
  ],
  method({ source }, session) {
    const view = standingView(session);
    const { language } = session;
    const { cells, headers } = messagesOf(session);
    const today = (view.at.day ?? view.release.date).slice(0, 7);
    const rows = calendarOf(view)
      .filter(({ family }) => !source || family.id === source)
      .map(({ family, source: { title }, date, due }): Block[number] => [
        language === "zh" ? family.label_zh : family.label,
        title,
        date,
        due ?? cells.none,
        !due ? cells.noneExpected : due < today ? cells.notHeldYet : cells.expected,
        String(family[language === "zh" ? "habit_zh" : "habit"]),
      ]);
    if (rows.length === 0)
      refuse("nothing", { what: source ? session.dataset.label("lineages", source, language) : "" });
    return [[...headers.calendar], ...rows];
  },
});

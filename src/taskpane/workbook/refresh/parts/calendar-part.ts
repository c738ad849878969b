import { createCaller, type Block } from "../../../../functions";
import type { PaneContext } from "../../../context/pane-context";
import type { RefreshViewTexts } from "../texts";
import { foldedList } from "./folded-list";

/** When new figures are to be expected, in the rows of METALS.CALENDAR. */
export function calendarPart({ session }: PaneContext, texts: RefreshViewTexts): HTMLElement {
  const lines = () =>
    (createCaller(session).call("METALS.CALENDAR", []) as Block)
      .slice(1)
      .map((row) => row.map(String))
      .map(([family, title, date, due, state, habit]) =>
        texts.edition(`${family}: ${title}, ${date}`, /^\d/.test(due!) ? `${state} ${due}` : state!, habit!),
      );
  return foldedList(texts.calendar, lines).element;
}

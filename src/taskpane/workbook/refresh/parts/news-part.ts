import { createCaller, isCellError, type Block, type Cell } from "../../../../functions";
import type { ReleaseControl } from "../../../../workbook/refresh/release-control";
import type { PaneContext } from "../../../context/pane-context";
import { fill, h } from "../../../widgets/dom";
import type { RefreshViewTexts } from "../texts";
import type { RefreshPart } from "./part";

/** What newer data says otherwise than the workbook's release, in the rows of METALS.CHANGES. */
export function newsPart(
  { language, numbers }: PaneContext,
  texts: RefreshViewTexts,
  releases: ReleaseControl,
): RefreshPart {
  const written = (cell: Cell) =>
    typeof cell === "number" ? cell.toLocaleString(numbers.locale, { maximumSignificantDigits: 15 }) : String(cell);
  const told = ([change, series, what, from, to, figures, old, now, unit]: Cell[]) =>
    series === unit
      ? String(change)
      : texts.newsRow(
          String(change),
          String(what),
          from === to ? String(from) : `${from} – ${to} (${figures})`,
          `${written(old!)} → ${written(now!)} ${unit}`,
        );
  const { element, reset } = foldedList(texts.news, () =>
    releases.news(language).map((row) => told(row.map((cell) => (isCellError(cell) ? cell.error : cell)))),
  );
  element.hidden = true;
  let shown = "";
  return {
    element,
    show({ standing, newest }) {
      element.hidden = standing.release === newest.id;
      const between = `${standing.release} ${newest.id}`;
      if (between === shown) return;
      shown = between;
      reset();
    },
  };
}

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

/** A list under its title, looked up when it is first opened. */
function foldedList(title: string, lines: () => readonly string[]) {
  const list = h("ul", {});
  let isLookedUp = false;
  const element = h(
    "details",
    {
      ontoggle: () => {
        if (!element.open || isLookedUp) return;
        isLookedUp = true;
        fill(list, ...lines().map((line) => h("li", {}, line)));
      },
    },
    h("summary", {}, title),
    list,
  );
  return {
    element,
    /** Closes it and forgets what was looked up. */
    reset() {
      element.open = isLookedUp = false;
    },
  };
}

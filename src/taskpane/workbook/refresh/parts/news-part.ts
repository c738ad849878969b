import { isCellError, type Cell } from "../../../../functions";
import type { ReleaseControl } from "../../../../workbook/refresh/release-control";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import type { PaneContext } from "../../../context/pane-context";
import { fill, h } from "../../../widgets/dom";
import type { RefreshViewTexts } from "../texts";

export interface NewsPart {
  readonly element: HTMLElement;
  show(state: ReleaseState): void;
}

/** What newer data says otherwise than the workbook's release, in the rows of METALS.CHANGES; looked up when it is opened. */
export function newsPart(
  { language, numbers }: PaneContext,
  texts: RefreshViewTexts,
  releases: ReleaseControl,
): NewsPart {
  const list = h("ul", { class: "refresh-news" });
  const element = h("details", { hidden: true, ontoggle: () => look() }, h("summary", {}, texts.news), list);
  let isLookedUp = false;
  let shown = "";
  const look = () => {
    if (!element.open || isLookedUp) return;
    isLookedUp = true;
    fill(
      list,
      ...releases
        .news(language)
        .map((row) => h("li", {}, told(row.map((cell) => (isCellError(cell) ? cell.error : cell))))),
    );
  };
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
  return {
    element,
    show({ standing, newest }) {
      element.hidden = standing.release === newest.id;
      const between = `${standing.release} ${newest.id}`;
      if (between === shown) return;
      shown = between;
      element.open = isLookedUp = false;
    },
  };
}

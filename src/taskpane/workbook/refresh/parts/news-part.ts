import { isCellError, type Cell } from "../../../../functions";
import type { ReleaseControl } from "../../../../workbook/refresh/release-control";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import type { PaneContext } from "../../../context/pane-context";
import type { RefreshViewTexts } from "../texts";
import { foldedList } from "./folded-list";

export interface NewsPart {
  readonly element: HTMLElement;
  show(state: ReleaseState): void;
}

/** What newer data says otherwise than the workbook's release, in the rows of METALS.CHANGES. */
export function newsPart(
  { language, numbers }: PaneContext,
  texts: RefreshViewTexts,
  releases: ReleaseControl,
): NewsPart {
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

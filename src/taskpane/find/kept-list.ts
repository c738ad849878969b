import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";
import { roving } from "../widgets/lists";
import { pinByKey, seriesRow } from "../series/series-row";
import { iconButton } from "../widgets/buttons";

export interface KeptListListener {
  open(series: Series): void;
  /** A series was pinned or taken off: the lists are others now. */
  changed(): void;
  leave(): void;
}

/** The series a person pinned, then those opened last; nothing where there are none. Delete takes the row under the keyboard off. */
export function keptLists(context: PaneContext, listener: KeptListListener): HTMLElement[] {
  const { texts, shelf, reader } = context;
  const known = (ids: readonly string[]) => ids.flatMap((id) => reader.view.catalogue.seriesById(id) ?? []);
  return [
    { title: texts.find.pinned, series: known(shelf.pinned()) },
    { title: texts.find.recent, series: known(shelf.recent()) },
  ].flatMap(({ title, series }) => (series.length > 0 ? [keptList(context, title, series, listener)] : []));
}

function keptList(
  context: PaneContext,
  title: string,
  series: readonly Series[],
  { open, changed, leave }: KeptListListener,
): HTMLElement {
  const { texts, shelf } = context;
  const remove = (one: Series) => {
    shelf.remove(one.id);
    changed();
  };
  const item = (one: Series) => {
    const row = seriesRow(context, one, open);
    row.setAttribute("aria-keyshortcuts", "Delete Control+D");
    row.addEventListener("keydown", (event) => {
      if (event.key !== "Delete" && !pinByKey(context, one, event)) return;
      if (event.key === "Delete") shelf.remove(one.id);
      event.preventDefault();
      event.stopPropagation();
      changed();
    });
    // Delete does the same for the keyboard, so that the list stays one tab stop.
    const off = iconButton("clear", texts.find.remove, () => remove(one), { class: "row-button", tabindex: -1 });
    return h("li.kept-row", row, h("span", off));
  };
  const list = h("ul.series-list", { "aria-label": title }, ...series.map(item));
  roving(list, { leave }).refresh();
  return h("section.kept", h("h2", title), list);
}

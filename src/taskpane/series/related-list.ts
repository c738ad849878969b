import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";
import { linkButton } from "../widgets/buttons";
import { h } from "../widgets/dom";
import { seriesRow } from "./series-row";
import { relatedSeries, type RelatedGroup } from "./related";
import { roving } from "../widgets/lists";

/** Rows of a group before the rest is asked for. */
const SHOWN = 3;

/** Series that differ in one respect, by that respect; undefined when there are none. */
export function relatedList(
  context: PaneContext,
  series: Series,
  open: (series: Series) => void,
): HTMLElement | undefined {
  const groups = relatedSeries(context.reader, series);
  if (groups.length === 0) return undefined;
  return h(
    "section",
    { class: "card related" },
    h("h2", {}, context.texts.series.related),
    ...groups.map((group) => groupBlock(context, group, open)),
  );
}

function groupBlock(
  context: PaneContext,
  { relation, series }: RelatedGroup,
  open: (series: Series) => void,
): HTMLElement {
  const { texts } = context;
  const title = texts.series.relations[relation];
  const item = (one: Series) => h("li", {}, seriesRow(context, one, open));
  const list = h("ul", { class: "series-list", "aria-label": title }, ...series.slice(0, SHOWN).map(item));
  const keys = roving(list);
  keys.refresh();
  const block = h("div", {}, h("h3", {}, title), list);
  if (series.length > SHOWN) {
    const all = linkButton(texts.series.showAll(series.length), () => {
      list.append(...series.slice(SHOWN).map(item));
      all.remove();
      keys.focus(SHOWN);
    });
    block.append(all);
  }
  return block;
}

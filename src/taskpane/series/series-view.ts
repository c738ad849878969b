import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";
import type { OpenSeries, SectionView } from "../context/section";
import { backButton, linkButton } from "../widgets/buttons";
import { h } from "../widgets/dom";
import { seriesModel, type SeriesModel } from "../words/series-model";
import { figuresPart, type SeriesListener, type SeriesState } from "./figures-part";
import { pointTable } from "./figures/point-table";
import { aboutSeries, definitionPart, seriesHead } from "./series-head";
import { pinByKey, pinButton, seriesRow } from "./series-row";
import { relatedSeries, type RelatedGroup } from "./related";
import { roving } from "../widgets/lists";

export interface SeriesView extends SectionView {
  readonly series: Series;
  /** What a view built anew needs to look as this one. */
  state(): SeriesState;
}

/** One series: what it is, its figures, what to insert, what is near. */
export function seriesView(
  context: PaneContext,
  series: Series,
  state: SeriesState,
  listener: SeriesListener,
): SeriesView {
  const model = seriesModel(context, series);
  const head = seriesHead(context, model);
  const part = model.figures.length > 0 ? figuresPart(context, model, state, listener) : undefined;
  const back = backButton(context.texts.series.back, listener.back);
  const pin = pinButton(context, series);
  const content = h(
    "div.series-content",
    h("div.back-row", back, pin.element),
    head.element,
    ...(part?.elements ?? [withoutFigures(context, model), definitionPart(context, model)]),
    relatedList(context, series, listener.open),
    aboutSeries(context, model),
  );
  const byKey = (event: KeyboardEvent) => {
    if (pinByKey(context, series, event)) pin.show();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) part?.insert();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    element: h("section.view.series-view", { onkeydown: byKey }, content, part?.insertPanel),
    series,
    state: () => part?.state() ?? {},
    focus: head.focus,
    shown: () => part?.shown(),
    dispose: () => part?.dispose(),
  };
}

/** Of a series without figures the data may still say why there are none. */
function withoutFigures(context: PaneContext, model: SeriesModel): HTMLElement {
  return model.points.length > 0
    ? pointTable(context, model, () => undefined).element
    : h("p.note", context.texts.series.noFigures);
}

/** Rows of a group before the rest is asked for. */
const SHOWN = 3;

/** Series that differ in one respect, by that respect; undefined when there are none. */
function relatedList(context: PaneContext, series: Series, open: OpenSeries): HTMLElement | undefined {
  const groups = relatedSeries(context.reader, series);
  if (groups.length === 0) return undefined;
  return h(
    "section.card.related",
    h("h2", context.texts.series.related),
    ...groups.map((group) => groupBlock(context, group, open)),
  );
}

function groupBlock(context: PaneContext, { relation, series }: RelatedGroup, open: OpenSeries): HTMLElement {
  const { texts } = context;
  const title = texts.series.relations[relation];
  const item = (one: Series) => h("li", seriesRow(context, one, open));
  const list = h("ul.series-list", { "aria-label": title }, ...series.slice(0, SHOWN).map(item));
  const keys = roving(list);
  keys.refresh();
  const block = h("div", h("h3", title), list);
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

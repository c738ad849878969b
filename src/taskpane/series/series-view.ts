import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";
import type { SectionView } from "../context/section";
import { backButton } from "../widgets/buttons";
import { h } from "../widgets/dom";
import { seriesModel, type SeriesModel } from "../words/series-model";
import { figuresPart, type SeriesListener, type SeriesState } from "./figures-part";
import { pointTable } from "./figures/point-table";
import { relatedList } from "./related-list";
import { aboutSeries, definitionPart, seriesHead } from "./series-head";
import { pinByKey, pinButton } from "./series-row";

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
    "div",
    { class: "series-content" },
    h("div", { class: "back-row" }, back, pin.element),
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
    element: h("section", { class: "view series-view", onkeydown: byKey }, content, part?.insertPanel),
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
    : h("p", { class: "note" }, context.texts.series.noFigures);
}

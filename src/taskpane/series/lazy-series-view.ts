import type { Series } from "../../dataset/records";
import { awaitedView } from "../context/awaited-view";
import type { PaneContext } from "../context/pane-context";
import type { SeriesListener, SeriesState } from "./figures-part";
import type { seriesView, SeriesView } from "./series-view";

let build: typeof seriesView | undefined;

/** Fetches the code of the view, once; after a failure the next call tries afresh. */
export async function fetchSeriesView(): Promise<typeof seriesView> {
  build ??= (await import(/* webpackChunkName: "views/tables" */ "./series-view")).seriesView;
  return build;
}

/** The view of a series: at once where its code is there already, otherwise as soon as it comes. */
export function lazySeriesView(
  context: PaneContext,
  series: Series,
  state: SeriesState,
  listener: SeriesListener,
): SeriesView {
  const open = (view: typeof seriesView) => view(context, series, state, listener);
  if (build) return open(build);
  const awaited = awaitedView(context.texts, fetchSeriesView, open, state);
  return { ...awaited, series, state: () => awaited.state!() as SeriesState };
}

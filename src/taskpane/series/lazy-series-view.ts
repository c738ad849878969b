import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";
import { fill, h } from "../widgets/dom";
import { failureView, loadingView } from "../widgets/status-views";
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
  if (build) return build(context, series, state, listener);
  const element = h("div", { class: "stage-content" });
  let view: SeriesView | undefined;
  let isDisposed = false;
  let wantsFocus = false;
  const fetch = async () => {
    const loading = loadingView(context.texts);
    fill(element, loading.element);
    try {
      const built = await fetchSeriesView();
      if (isDisposed) return;
      view = built(context, series, state, listener);
    } catch (error) {
      fill(
        element,
        failureView(context.texts, error instanceof Error ? error.message : String(error), () => void fetch()),
      );
      return;
    } finally {
      loading.stop();
    }
    fill(element, view.element);
    if (wantsFocus) view.focus();
  };
  void fetch();
  return {
    element,
    series,
    state: () => view?.state() ?? state,
    focus: () => {
      wantsFocus = true;
      view?.focus();
    },
    shown: () => view?.shown(),
    dispose: () => {
      isDisposed = true;
      view?.dispose();
    },
  };
}

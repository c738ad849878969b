import type { Series } from "../dataset/records";
import { paneContext, type PaneContext } from "./context";
import { fill, h } from "./dom";
import { findView, type FindView } from "./find/find-view";
import { searchBox } from "./find/search-box";
import { listenForKeys } from "./keys";
import { seriesView, type SeriesView } from "./series/series-view";
import type { PaneServices } from "./services";
import { failureView, loadingView } from "./status-views";
import { textsOf } from "./texts";

export interface Pane {
  /** Puts the cursor into the search box. */
  focusSearch(): void;
  /** The data, or where the workbook stands, is another now: shows the same place with it. */
  renew(): Promise<void>;
}

/** Builds the pane into `root`: search box above, one view at a time, what data this is below. */
export function buildPane(root: HTMLElement, services: PaneServices): Pane {
  const texts = textsOf(services.language);
  const main = h("main", { class: "pane-main" });
  const footer = h("footer", { class: "pane-footer" });
  let context: PaneContext | undefined;
  let find: FindView | undefined;
  /** The series opened one from the other, the shown one last. */
  let trail: SeriesView[] = [];

  const search = searchBox(texts, {
    typed: (text) => showFind(text),
    down: () => (trail.length > 0 ? trail.at(-1)!.focus() : find?.focusFirst()),
    enter: () => {
      const first = trail.length === 0 ? find?.first() : undefined;
      if (first) openSeries(first);
    },
    escape: () => back(),
  });

  const showFind = (text: string) => {
    leaveSeries(0);
    if (!find) return;
    find.show(text);
    show(find.element);
  };
  const openSeries = (series: Series, period?: string) => {
    if (!context) return;
    const view = seriesView(context, series, period, { back, open: openSeries });
    trail.push(view);
    show(view.element);
    view.focus();
  };
  const back = () => {
    const left = trail.at(-1);
    if (!left) return;
    leaveSeries(trail.length - 1);
    const before = trail.at(-1);
    show(before?.element ?? find!.element);
    if (before) before.focus();
    else if (search.text() === "") search.focus();
    else find!.focusSeries(left.series.id);
  };
  const leaveSeries = (keep: number) => {
    for (const view of trail.slice(keep)) view.dispose();
    trail = trail.slice(0, keep);
  };
  const show = (element: HTMLElement) => fill(main, element);

  const load = async () => {
    const opened = trail.at(-1);
    const loading = loadingView(texts);
    leaveSeries(0);
    show(loading.element);
    try {
      context = await paneContext(await services.session(), services);
    } catch (error) {
      show(failureView(texts, error instanceof Error ? error.message : String(error), () => void load()));
      return;
    } finally {
      loading.stop();
    }
    const { release, at, catalogue } = context.reader.view;
    footer.textContent = texts.state.about(release.id, release.date, at.day, services.addinVersion);
    find = findView(context, {
      open: openSeries,
      search: (text) => {
        search.set(text);
        showFind(text);
        search.focus();
      },
      leave: () => search.focus(),
    });
    showFind(search.text());
    const series = opened && catalogue.seriesById(opened.series.id);
    if (series) openSeries(series, opened.period());
  };

  document.documentElement.lang = services.language === "zh" ? "zh-CN" : "en";
  footer.textContent = `Orebook ${services.addinVersion}`;
  fill(root, h("header", { class: "pane-header" }, search.element), main, footer);
  root.classList.add("pane");
  listenForKeys(root, {
    find: search.focus,
    escape: () => {
      const isOpen = trail.length > 0;
      back();
      return isOpen;
    },
  });
  void load();
  return { focusSearch: search.focus, renew: load };
}

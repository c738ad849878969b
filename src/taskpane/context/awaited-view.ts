import type { Texts } from "../texts";
import { fill, h } from "../widgets/dom";
import { failureView, loadingView } from "../widgets/status-views";
import type { Section, SectionView } from "./section";

/** A section whose code is fetched when its tab is first chosen, so that the pane does not wait for it. */
export function lazySection(id: string, title: Section["title"], load: () => Promise<Section>): Section {
  return {
    id,
    title,
    open: (context, host, before) =>
      awaitedView(context.texts, load, (section) => section.open(context, host, before), before),
  };
}

/** A view that is opened when what it needs has come, with a second try where that fails. What is asked of it before is done then. */
export function awaitedView<T>(
  texts: Texts,
  load: () => Promise<T>,
  open: (arrived: T) => SectionView,
  before?: unknown,
): SectionView {
  const element = h("div.stage-content");
  let view: SectionView | undefined;
  let isDisposed = false;
  let wantsFocus = false;
  let asked: string | undefined;
  const fetch = async () => {
    const loading = loadingView(texts);
    fill(element, loading.element);
    try {
      const arrived = await load();
      if (isDisposed) return;
      view = open(arrived);
    } catch (error) {
      const failure = failureView(texts, error, () => void fetch());
      return fill(element, failure);
    } finally {
      loading.stop();
    }
    fill(element, view.top, view.element);
    view.shown?.();
    if (wantsFocus) view.focus();
    if (asked !== undefined) view.perform?.(asked);
  };
  void fetch();
  return {
    element,
    focus: () => {
      wantsFocus = true;
      view?.focus();
    },
    back: () => view?.back?.() ?? false,
    returned: (series) => (view?.returned ? view.returned(series) : view?.focus()),
    shown: () => view?.shown?.(),
    perform: (what) => {
      if (view) view.perform?.(what);
      else asked = what;
    },
    state: () => (view ? view.state?.() : before),
    dispose: () => {
      isDisposed = true;
      view?.dispose?.();
    },
  };
}

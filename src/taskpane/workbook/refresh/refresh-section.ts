import type { PaneContext } from "../../context/pane-context";
import { fill, h } from "../../widgets/dom";
import type { Section } from "../../context/section";
import { failureView, loadingView } from "../../widgets/status-views";
import { refreshView, type RefreshView } from "./refresh-view";
import { refreshViewTexts } from "./texts";

/** The tab on data releases: where the workbook stands, what newer data would change. */
export const refreshSection: Section = {
  id: "updates",
  title: ({ sections }) => sections.updates,
  open(context) {
    const element = h("div", { class: "stage-content" });
    let view: RefreshView | undefined;
    let isDisposed = false;
    let wantsFocus = false;
    const open = async () => {
      if (!context.releases) return fill(element, outside(context));
      const loading = loadingView(context.texts);
      fill(element, loading.element);
      try {
        const releases = await context.releases();
        if (isDisposed) return undefined;
        view = refreshView(context, releases);
        fill(element, view.element);
        if (wantsFocus) view.focus();
        return view.shown();
      } catch (error) {
        return fill(
          element,
          failureView(context.texts, error instanceof Error ? error.message : String(error), () => void open()),
        );
      } finally {
        loading.stop();
      }
    };
    void open();
    return {
      element,
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
  },
};

function outside({ language }: PaneContext): HTMLElement {
  const texts = refreshViewTexts(language);
  return h(
    "section",
    { class: "view refresh-view", "aria-label": texts.title },
    h("h1", { tabindex: -1 }, texts.title),
    h("p", { class: "quiet" }, texts.notInExcel),
  );
}

import type { ReleaseDesk } from "../../workbook/refresh";
import { h } from "../dom";
import type { Section } from "../navigation/section";
import { refreshView } from "./refresh-view";
import { refreshViewTexts } from "./texts";

/** The tab on data releases: where the workbook stands, what newer data would change. `desk` is undefined outside Excel. */
export function refreshSection(title: Section["title"], desk: () => ReleaseDesk | undefined): Section {
  return {
    id: "refresh",
    title,
    open(context) {
      const open = desk();
      if (!open) {
        const words = refreshViewTexts(context.language);
        const heading = h("h1", { tabindex: -1 }, words.title);
        return { element: h("section", { class: "view refresh-view", "aria-label": words.title }, heading, h("p", { class: "quiet" }, words.notInExcel)), focus: () => heading.focus() };
      }
      const view = refreshView(context, open);
      return { element: view.element, focus: view.focus, shown: view.shown, dispose: view.dispose };
    },
  };
}

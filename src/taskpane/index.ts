import { followTheme } from "./theme";
import { fill, h } from "./widgets/dom";
import type { PaneServices } from "./context/services";
import type { Pane } from "./pane";

export type { Pane } from "./pane";
export { browserStorage } from "./context/storage";
export type { HostTheme, PaneServices } from "./context/services";

/** Mounts the task pane into an element of the page: no formula waits for its code. What cannot be fetched is said, and tried again when a person asks for it. */
export async function mountPane(root: HTMLElement, services: PaneServices): Promise<Pane> {
  followTheme(services.theme);
  for (;;) {
    try {
      const { buildPane } = await import(/* webpackChunkName: "views/whole-pane" */ "./whole-pane");
      return await buildPane(root, services);
    } catch {
      await new Promise<void>((retry) => fill(root, notFetched(retry)));
    }
  }
}

/** In both languages and with a button of the browser's own: neither texts nor controls may be there. */
function notFetched(retry: () => void): HTMLElement {
  return h(
    "div.view.failure",
    { role: "alert" },
    h(
      "p",
      { lang: "en" },
      "Orebook could not be fetched. Check the connection, then try again. Formulas keep the values they have.",
    ),
    h("p", { lang: "zh-CN" }, "无法获取 Orebook。请检查网络连接后重试。公式保留现有的值。"),
    h("button", { onclick: retry }, "Try again · 重试"),
  );
}

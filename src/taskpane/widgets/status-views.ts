import { fluentButton } from "./buttons";
import { h } from "./dom";
import type { Texts } from "../texts";

/** Waiting that is shorter than this is not worth a word. */
const PATIENCE = 500;

/** Says that the data is on its way, once that takes long enough to notice; the result takes it away. */
export function loadingView(texts: Texts): { element: HTMLElement; stop(): void } {
  const element = h("div.view.loading", { role: "status" });
  const timer = setTimeout(
    () => element.append(h("fluent-spinner", { "aria-hidden": "true" }), h("p", texts.state.loading)),
    PATIENCE,
  );
  return { element, stop: () => clearTimeout(timer) };
}

/** Says why there is no data and offers to try again. */
export function failureView(texts: Texts, error: unknown, retry: () => void): HTMLElement {
  const reason = error instanceof Error ? error.message : String(error);
  return h(
    "div.view.failure",
    { role: "alert" },
    h("h1", texts.state.failed),
    h("p", texts.state.failedWhy(reason.replace(/[.。]\s*$/, ""))),
    fluentButton(texts.state.retry, retry, { appearance: "primary" }),
  );
}

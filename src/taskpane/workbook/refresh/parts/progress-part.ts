import { h, setHidden } from "../../../widgets/dom";
import type { RefreshViewTexts } from "../texts";

/** What is over sooner is not worth a bar, or a button to stop it. */
const PATIENCE = { bar: 500, cancel: 2000 };

export interface ProgressPart {
  readonly element: HTMLElement;
  /** `part` of 1 is done; undefined: nothing goes on. */
  show(part: number | undefined): void;
  dispose(): void;
}

/** How far something long is, after half a second, and how to stop it, after two. `heir` gets the focus that is there at the end. */
export function progressPart(texts: RefreshViewTexts, heir: HTMLElement, cancel: () => void): ProgressPart {
  const bar = h("progress", { max: 1, value: 0, "aria-label": texts.busy });
  const stop = h("button", { class: "link-button", type: "button", hidden: true, onclick: cancel }, texts.cancel);
  const element = h("div", { class: "running", hidden: true }, bar, stop);
  let timers: ReturnType<typeof setTimeout>[] = [];
  const rest = () => {
    timers.forEach(clearTimeout);
    timers = [];
  };
  return {
    element,
    show(part) {
      if (part === undefined) {
        rest();
        setHidden(element, true, heir);
        stop.hidden = true;
        return;
      }
      bar.value = part;
      if (timers.length === 0)
        timers = [
          setTimeout(() => (element.hidden = false), PATIENCE.bar),
          setTimeout(() => (stop.hidden = false), PATIENCE.cancel),
        ];
    },
    dispose: rest,
  };
}

import { linkButton } from "../../widgets/buttons";
import { h, setHidden } from "../../widgets/dom";

/** What is over sooner is not worth a bar, or a button to stop it. */
const PATIENCE = { bar: 500, cancel: 2000 };

export interface ProgressBarOptions {
  /** What the bar is called at so many per cent. */
  label(percent: number): string;
  readonly cancelText: string;
  cancel(): void;
  /** Gets the focus that is there at the end. */
  heir(): HTMLElement | undefined;
}

/** How far something long is, after half a second, and how to stop it, after two. */
export function progressBar({ label, cancelText, cancel, heir }: ProgressBarOptions) {
  const bar = h("progress", { max: 1, value: 0 });
  const stop = linkButton(cancelText, cancel, { hidden: true });
  const element = h("div.running", { hidden: true }, bar, stop);
  let timers: ReturnType<typeof setTimeout>[] = [];
  const rest = () => {
    timers.forEach(clearTimeout);
    timers = [];
  };
  return {
    element,
    /** `part` of 1 is done; undefined: nothing goes on. */
    show(part: number | undefined) {
      if (part === undefined) {
        rest();
        setHidden(element, true, heir() ?? element);
        stop.hidden = true;
        return;
      }
      bar.value = part;
      bar.setAttribute("aria-label", label(Math.round(part * 100)));
      if (timers.length === 0)
        timers = [
          setTimeout(() => (element.hidden = false), PATIENCE.bar),
          setTimeout(() => (stop.hidden = false), PATIENCE.cancel),
        ];
    },
    dispose: rest,
  };
}

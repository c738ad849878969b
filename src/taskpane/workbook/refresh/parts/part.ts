import type { ReleaseControl } from "../../../../workbook/refresh/release-control";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import type { PaneContext } from "../../../context/pane-context";
import { fluentButton } from "../../../widgets/buttons";
import type { RefreshViewTexts } from "../texts";

/** What the parts of the page on data releases have in common. */
export interface RefreshPage {
  readonly context: PaneContext;
  readonly texts: RefreshViewTexts;
  readonly releases: ReleaseControl;
  /** Gets the focus that would get lost. */
  readonly heir: HTMLElement;
}

/** A part of the page on data releases. */
export interface RefreshPart {
  readonly element: HTMLElement;
  show(state: ReleaseState): void;
}

/** A button that waits while something goes on. */
export function actionButton(text: string, act: () => unknown, appearance?: string): HTMLElement {
  return fluentButton(text, act, { class: "refresh-action", appearance });
}

/** Builds a part anew only when what it shows, its key, is another, so that nobody loses their place; else the focus goes to `heir`. */
export function keyed(part: HTMLElement, { heir }: RefreshPage): (key: unknown, build: () => void) => void {
  let shown: unknown = NaN;
  return (key, build) => {
    if (shown === key) return;
    shown = key;
    const hadFocus = part.contains(document.activeElement);
    build();
    if (hadFocus) heir.focus();
  };
}

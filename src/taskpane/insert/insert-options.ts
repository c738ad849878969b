import type { PaneContext } from "../context/pane-context";
import { h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";

export interface InsertOptions {
  /** Opens and closes them. */
  readonly toggle: HTMLButtonElement;
  /** What opens. */
  readonly element: HTMLElement;
  /** Another panel may have opened or closed its own meanwhile. */
  follow(): void;
}

let made = 0;

/** What is seldom chosen in an insert panel, behind a chevron as that of Excel's formula bar. Every panel is as the last one was left; `shown` is told how. */
export function insertOptions(
  { texts, insertOptions: choice }: PaneContext,
  content: readonly HTMLElement[],
  shown: (areOpen: boolean) => void,
): InsertOptions {
  const id = `insert-options${++made}`;
  const element = h("div", { class: "insert-options", id }, ...content);
  const toggle = h(
    "button",
    {
      class: "icon-button options-toggle",
      type: "button",
      "aria-label": texts.insert.options,
      title: texts.insert.options,
      "aria-controls": id,
    },
    iconOf("forward"),
  );
  const follow = () => {
    const areOpen = choice.areOpen();
    element.hidden = !areOpen;
    toggle.setAttribute("aria-expanded", String(areOpen));
    shown(areOpen);
  };
  toggle.addEventListener("click", () => {
    choice.keep(!choice.areOpen());
    follow();
  });
  return { toggle, element, follow };
}

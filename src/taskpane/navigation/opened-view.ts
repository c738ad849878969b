import type { SectionView } from "../context/section";
import { fill, h } from "../widgets/dom";

type Opened = Pick<SectionView, "element" | "focus" | "shown" | "dispose">;

/** A list, and what is opened from it in its place. `left` is told what was open: it moves the focus to where that was opened. */
export function openedOver<V extends Opened>(list: Pick<Opened, "element" | "focus">, left: (view: V) => void) {
  const element = h("div.stage-content", list.element);
  let opened: V | undefined;
  return {
    element,
    opened: () => opened,
    open(view: V): void {
      opened?.dispose?.();
      opened = view;
      fill(element, view.element);
      view.shown?.();
      view.focus();
    },
    back(): boolean {
      const view = opened;
      if (!view) return false;
      view.dispose?.();
      opened = undefined;
      fill(element, list.element);
      left(view);
      return true;
    },
    focus: () => (opened ?? list).focus(),
    shown: () => opened?.shown?.(),
    dispose: () => opened?.dispose?.(),
  };
}

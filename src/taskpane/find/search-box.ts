import { h } from "../widgets/dom";
import { searchInput } from "../widgets/fluent/text-box";
import type { Texts } from "../texts";

export interface SearchListener {
  typed(text: string): void;
  /** The focus wants to go down into what was found. */
  down(): void;
  /** Opens the best of what was found. */
  enter(): void;
  /** Everything is to be cleared, the box is empty already. */
  cleared(): void;
  /** Escape in an empty box. */
  escape(): void;
}

/** The one search box, above every view. */
export function searchBox(texts: Texts, listener: SearchListener) {
  const { label, placeholder } = texts.find;
  const own = { class: "search-box", placeholder };
  const { element: box, set } = searchInput(texts, label, own, () => listener.typed(box.value));
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") listener.down();
    else if (event.key === "Enter") listener.enter();
    else if (event.key === "Escape" && box.value === "") listener.escape();
    else if (event.key === "Escape") {
      set("");
      listener.cleared();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const element = h("div.search", { role: "search" }, box);
  return {
    element,
    text: () => box.value,
    /** Puts a text in without telling the listener. */
    set,
    focus: () => box.focus(),
  };
}

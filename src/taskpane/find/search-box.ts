import { h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import type { Texts } from "../texts";

export interface SearchBox {
  readonly element: HTMLElement;
  text(): string;
  /** Puts a text in without telling the listener. */
  set(text: string): void;
  focus(): void;
}

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

/** Fluent's text box; without a value until it is connected. */
type TextBox = HTMLElement & { value: string | undefined };

/** The one search box, above every view. */
export function searchBox(texts: Texts, listener: SearchListener): SearchBox {
  const clear = h(
    "button",
    { class: "clear-search", type: "button", slot: "end", "aria-label": texts.find.clear, hidden: true },
    iconOf("clear"),
  );
  const box = h(
    "fluent-text-input",
    { class: "search-box", tabindex: 0, placeholder: texts.find.placeholder, autocomplete: "off", spellcheck: "false" },
    h("span", {}, texts.find.label),
    iconOf("search", "start"),
    clear,
  ) as TextBox;
  const text = () => box.value ?? "";
  const change = (to: string) => {
    box.value = to;
    clear.hidden = to === "";
  };
  box.addEventListener("input", (event) => {
    clear.hidden = text() === "";
    // Letters that are still being composed into Chinese characters are no search yet.
    if (!(event as InputEvent).isComposing) listener.typed(text());
  });
  box.addEventListener("compositionend", () => listener.typed(text()));
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") listener.down();
    else if (event.key === "Enter") listener.enter();
    else if (event.key === "Escape" && text() === "") listener.escape();
    else if (event.key === "Escape") {
      change("");
      listener.cleared();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  clear.addEventListener("click", () => {
    change("");
    listener.typed("");
    box.focus();
  });
  return { element: h("div", { class: "search", role: "search" }, box), text, set: change, focus: () => box.focus() };
}

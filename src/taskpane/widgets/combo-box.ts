import { fill, h } from "./dom";

/** A word that a field offers. */
export interface Choice {
  /** What goes into the field. */
  readonly word: string;
  readonly label: string;
  /** What else there is to say of it. */
  readonly hint: string;
}

export interface ComboBox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
}

export interface ComboBoxOptions {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** Id of the element that says what is wrong or what the text means. */
  readonly describedBy: string;
  /** The choices beside what is typed; none make it a plain box. */
  choices(text: string): readonly Choice[];
  /** The text is another one now. */
  changed(text: string): void;
  /** A choice was taken. */
  picked(word: string): void;
}

/** More choices than this are a matter for another letter. */
const SHOWN = 200;

let made = 0;

/** A text box with a list of words below it, as WAI-ARIA has it: any text can be typed, the list helps. */
export function comboBox({
  label,
  placeholder,
  text,
  describedBy,
  choices,
  changed,
  picked,
}: ComboBoxOptions): ComboBox {
  const id = `combo${++made}`;
  const list = h("ul", { class: "combo-list", role: "listbox", id, "aria-label": label, hidden: true });
  const input = h("input", {
    class: "field-input",
    type: "text",
    role: "combobox",
    "aria-label": label,
    "aria-describedby": describedBy,
    "aria-controls": id,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    placeholder,
    value: text,
    autocomplete: "off",
    spellcheck: "false",
  });
  let shown: readonly Choice[] = [];
  let active = -1;

  const mark = (index: number) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = list.children[index];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView?.({ block: "nearest" });
  };
  const open = (isTyping: boolean) => {
    const all = choices(input.value);
    shown = (isTyping ? matching(all, input.value) : all).slice(0, SHOWN);
    const isOpen = shown.length > 0 && !(shown.length === 1 && shown[0]!.word === input.value);
    fill(
      list,
      ...shown.map((choice, i) =>
        h(
          "li",
          {
            role: "option",
            id: `${id}-${i}`,
            class: "combo-option",
            onmousedown: (event: MouseEvent) => event.preventDefault(),
            onclick: () => pick(choice),
          },
          h("span", {}, choice.label),
          choice.hint !== "" && h("span", { class: "quiet" }, choice.hint),
        ),
      ),
    );
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) list.scrollIntoView?.({ block: "nearest" });
    mark(isTyping || !isOpen ? -1 : shown.findIndex(({ word }) => word === input.value));
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const pick = ({ word }: Choice) => {
    close();
    picked(word);
  };
  const move = (by: number) => {
    if (list.hidden) open(false);
    if (!list.hidden) mark((active + by + shown.length + (active < 0 && by < 0 ? 1 : 0)) % shown.length);
  };

  input.addEventListener("input", (event) => {
    // Letters that are still being composed into Chinese characters are no word yet.
    if ((event as InputEvent).isComposing) return;
    changed(input.value);
    open(true);
  });
  input.addEventListener("compositionend", () => {
    changed(input.value);
    open(true);
  });
  input.addEventListener("mousedown", () => (list.hidden ? open(false) : close()));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (list.hidden) return;
    else if (event.key === "Enter" && active >= 0) pick(shown[active]!);
    else if (event.key === "Escape" || event.key === "Enter") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { element: h("div", { class: "combo" }, input, list), input };
}

/** Choices that have the text in them: the one it is, then those that begin with it. */
function matching(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = text.trim().toLowerCase();
  const begins = ({ word, label }: Choice) =>
    word.toLowerCase().startsWith(wanted) || label.toLowerCase().startsWith(wanted);
  const holds = (choice: Choice) =>
    [choice.word, choice.label, choice.hint].some((part) => part.toLowerCase().includes(wanted));
  const is = ({ word, label }: Choice) => word.toLowerCase() === wanted || label.toLowerCase() === wanted;
  const rank = (choice: Choice) => [is, begins, holds].findIndex((fits) => fits(choice));
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((one) => one.rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
}

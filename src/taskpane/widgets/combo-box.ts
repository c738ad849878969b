import { fill, h } from "./dom";

/** A word that a field offers. */
export interface Choice {
  /** What goes into the field. */
  readonly word: string;
  readonly label: string;
  /** What else there is to say of it. */
  readonly hint: string;
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
export function comboBox(options: ComboBoxOptions) {
  const { label, placeholder, text, describedBy, choices, changed, picked } = options;
  const id = `combo${++made}`;
  const input = h("input.field-input", {
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
  const list = new WordList(id, label, input, picked);
  const open = (isTyping: boolean) => {
    const all = choices(input.value);
    list.open(isTyping ? matching(all, input.value) : all, isTyping);
  };
  const typed = () => {
    changed(input.value);
    open(true);
  };
  input.addEventListener("input", (event) => {
    // Letters that are still being composed into Chinese characters are no word yet.
    if (!(event as InputEvent).isComposing) typed();
  });
  input.addEventListener("compositionend", typed);
  input.addEventListener("mousedown", () => (list.isOpen ? list.close() : open(false)));
  input.addEventListener("blur", () => list.close());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!list.isOpen) open(false);
      list.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (!list.isOpen || !["Enter", "Escape"].includes(event.key)) return;
    else if (event.key === "Enter" && list.marked) list.pick(list.marked);
    else list.close();
    event.preventDefault();
    event.stopPropagation();
  });
  return { element: h("div.combo", input, list.element), input };
}

/** The words below a box, one of them marked as long as the list is open. */
class WordList {
  readonly element: HTMLElement;
  private shown: readonly Choice[] = [];
  private active = -1;

  constructor(
    private readonly id: string,
    label: string,
    private readonly input: HTMLInputElement,
    private readonly picked: (word: string) => void,
  ) {
    this.element = h("ul.combo-list", { role: "listbox", id, "aria-label": label, hidden: true });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get marked(): Choice | undefined {
    return this.shown[this.active];
  }

  open(choices: readonly Choice[], isTyping: boolean): void {
    const { value } = this.input;
    this.shown = choices.slice(0, SHOWN);
    fill(this.element, ...this.shown.map((choice, i) => this.option(choice, i)));
    const isOpen = this.shown.length > 0 && !(this.shown.length === 1 && this.shown[0]!.word === value);
    this.toggle(isOpen);
    if (isOpen) this.element.scrollIntoView?.({ block: "nearest" });
    this.mark(isTyping || !isOpen ? -1 : this.shown.findIndex(({ word }) => word === value));
  }

  close(): void {
    this.toggle(false);
    this.mark(-1);
  }

  move(by: number): void {
    const { active, shown } = this;
    if (this.isOpen) this.mark((active + by + shown.length + (active < 0 && by < 0 ? 1 : 0)) % shown.length);
  }

  pick({ word }: Choice): void {
    this.close();
    this.picked(word);
  }

  private toggle(isOpen: boolean): void {
    this.element.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  private mark(index: number): void {
    this.active = index;
    const options = [...this.element.children];
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = options[index];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView?.({ block: "nearest" });
  }

  private option(choice: Choice, at: number): HTMLElement {
    const attributes = {
      role: "option",
      id: `${this.id}-${at}`,
      class: "combo-option",
      onmousedown: (event: MouseEvent) => event.preventDefault(),
      onclick: () => this.pick(choice),
    };
    const hint = choice.hint !== "" && h("span.quiet", choice.hint);
    return h("li", attributes, h("span", choice.label), hint);
  }
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

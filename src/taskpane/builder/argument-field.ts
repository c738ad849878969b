import type { Parameter } from "../../functions/definition";
import { addressOf } from "../../sheets/notation/place";
import type { WorkbookPort } from "../../workbook/port";
import type { PaneContext } from "../context/pane-context";
import { iconButton, linkButton } from "../widgets/buttons";
import { comboBox, type Choice } from "../widgets/combo-box";
import { fill, h } from "../widgets/dom";
import type { ArgumentFault } from "./check";
import { builderTexts } from "./texts";
import { nextAnchoring } from "./typed";

export interface ArgumentListener {
  choices(text: string): readonly Choice[];
  changed(text: string): void;
  /** The cells selected now are to be the argument; undefined outside Excel. */
  readonly take: (() => Promise<string | undefined>) | undefined;
}

/** One argument of a function: a box with the words it can have, a button to take it from a cell, and what is said of it. */
export class ArgumentField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly said: HTMLElement;
  private isBeingTyped = false;

  constructor(
    { language }: PaneContext,
    name: string,
    parameter: Parameter<unknown>,
    text: string,
    private readonly listener: ArgumentListener,
  ) {
    const texts = builderTexts[language];
    const id = `argument-${name}`;
    const label = parameter.optional ? `[${name}]` : name;
    this.said = h("p.argument-said", { id });
    const box = comboBox({
      label: `${label}: ${parameter.description}`,
      placeholder: parameter.matrix ? texts.range : (parameter.default ?? ""),
      text,
      describedBy: id,
      choices: listener.choices,
      changed: listener.changed,
      picked: (word) => this.set(word),
    });
    this.input = box.input;
    this.hearKeyboard();
    const { take } = listener;
    const title = texts.takeCell(name);
    const takeCells = async () => {
      const cells = await take!();
      if (cells !== undefined) this.set(cells);
    };
    this.element = h(
      "div.argument",
      h("p.argument-label", { "aria-hidden": "true" }, h("code", label), h("span.quiet", ` ${parameter.description}`)),
      h("div.argument-row", box.element, take && iconButton("target", title, takeCells)),
      this.said,
    );
  }

  /** Whether a word is being typed into it that is not yet whole. */
  isTyping(): boolean {
    if (!this.isBeingTyped) return false;
    const begun = this.input.value.trim().toLowerCase();
    return this.listener
      .choices(this.input.value)
      .some(({ word, label }) => [word, label].some((text) => text.toLowerCase().startsWith(begun)));
  }

  /** Puts a text in as if it were chosen. */
  set(text: string): void {
    this.isBeingTyped = false;
    this.input.value = text;
    this.listener.changed(text);
  }

  /** What is wrong with it, or what the cells it names hold. */
  show(fault: ArgumentFault | undefined, held: string): void {
    const isFault = fault !== undefined && !this.isTyping();
    this.input.setAttribute("aria-invalid", String(isFault));
    this.said.classList.toggle("is-fault", isFault);
    const suggestion = (word: string) =>
      linkButton(word, () => {
        this.set(word);
        this.input.focus();
      });
    const words = fault?.words ?? [];
    fill(
      this.said,
      fault ? isFault && fault.text : held,
      words.length > 0 && h("span.argument-words", ...words.map(suggestion)),
    );
  }

  private hearKeyboard(): void {
    const { input } = this;
    input.addEventListener("input", () => (this.isBeingTyped = true), { capture: true });
    input.addEventListener("blur", () => {
      if (this.isBeingTyped) this.set(input.value);
    });
    input.addEventListener("keydown", (event) => {
      const anchored = event.key === "F4" ? nextAnchoring(input.value) : undefined;
      if (anchored === undefined) return;
      event.preventDefault();
      this.set(anchored);
    });
  }
}

/** How the cells selected become an argument: all of them where it takes a range, else the active one. Undefined outside Excel. */
export function takeFrom(workbook: WorkbookPort | undefined, isRange: boolean) {
  return workbook && (() => (isRange ? workbook.selection() : workbook.activeCell()).then(addressOf, () => undefined));
}

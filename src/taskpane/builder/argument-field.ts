import type { Parameter } from "../../functions/definition";
import { addressOf } from "../../sheets/notation/place";
import type { WorkbookPort } from "../../workbook/port";
import type { PaneContext } from "../context/pane-context";
import { comboBox, type Choice } from "../widgets/combo-box";
import { fill, h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import type { ArgumentFault } from "./check";
import { builderTexts } from "./texts";
import { nextAnchoring } from "./typed";

export interface ArgumentField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Whether a word is being typed into it that is not yet whole. */
  isTyping(): boolean;
  /** Puts a text in as if it were chosen. */
  set(text: string): void;
  /** What is wrong with it, or what the cells it names hold. */
  show(fault: ArgumentFault | undefined, held: string): void;
}

export interface ArgumentListener {
  choices(text: string): readonly Choice[];
  changed(text: string): void;
  /** The cells selected now are to be the argument; undefined outside Excel. */
  readonly take: (() => Promise<string | undefined>) | undefined;
}

/** One argument of a function: a box with the words it can have, a button to take it from a cell, and what is said of it. */
export function argumentField(
  { language }: PaneContext,
  name: string,
  parameter: Parameter<unknown>,
  text: string,
  listener: ArgumentListener,
): ArgumentField {
  const texts = builderTexts(language);
  const id = `argument-${name}`;
  const label = parameter.optional ? `[${name}]` : name;
  const said = h("p", { class: "argument-said", id });
  const box = comboBox({
    label: `${label}: ${parameter.description}`,
    placeholder: parameter.matrix ? texts.range : (parameter.default ?? ""),
    text,
    describedBy: id,
    choices: listener.choices,
    changed: listener.changed,
    picked: (word) => set(word),
  });
  let isTyping = false;
  const set = (to: string) => {
    isTyping = false;
    box.input.value = to;
    listener.changed(to);
  };
  box.input.addEventListener("input", () => (isTyping = true), { capture: true });
  box.input.addEventListener("blur", () => {
    if (!isTyping) return;
    isTyping = false;
    listener.changed(box.input.value);
  });
  box.input.addEventListener("keydown", (event) => {
    const anchored = event.key === "F4" ? nextAnchoring(box.input.value) : undefined;
    if (anchored === undefined) return;
    event.preventDefault();
    set(anchored);
  });
  const isUnfinished = () => {
    const begun = box.input.value.trim().toLowerCase();
    const words = isTyping ? listener.choices(box.input.value) : [];
    return words.some(({ word, label: shown }) => [word, shown].some((text) => text.toLowerCase().startsWith(begun)));
  };
  const { take } = listener;
  const takeLabel = texts.takeCell(name);
  const button =
    take &&
    h("button", { class: "icon-button", type: "button", "aria-label": takeLabel, title: takeLabel }, iconOf("target"));
  button?.addEventListener("click", async () => {
    const cells = await take!();
    if (cells !== undefined) set(cells);
  });
  const suggestion = (word: string) =>
    h("button", { class: "link-button", type: "button", onclick: () => choose(word) }, word);
  const choose = (word: string) => {
    set(word);
    box.input.focus();
  };
  return {
    element: h(
      "div",
      { class: "argument" },
      h(
        "p",
        { class: "argument-label", "aria-hidden": "true" },
        h("code", {}, label),
        h("span", { class: "quiet" }, ` ${parameter.description}`),
      ),
      h("div", { class: "argument-row" }, box.element, button),
      said,
    ),
    input: box.input,
    isTyping: isUnfinished,
    set,
    show(fault, held) {
      const isFault = fault !== undefined && !isUnfinished();
      box.input.setAttribute("aria-invalid", String(isFault));
      said.classList.toggle("is-fault", isFault);
      const words = fault?.words ?? [];
      fill(
        said,
        fault ? isFault && fault.text : held,
        words.length > 0 && h("span", { class: "argument-words" }, ...words.map(suggestion)),
      );
    },
  };
}

/** How the cells selected become an argument: all of them where it takes a range, else the active one. Undefined outside Excel. */
export function takeFrom(
  workbook: WorkbookPort | undefined,
  isRange: boolean,
): (() => Promise<string | undefined>) | undefined {
  return workbook && (() => (isRange ? workbook.selection() : workbook.activeCell()).then(addressOf, () => undefined));
}

import { type Place, addressOf } from "../../sheets/notation/place";
import type { PaneContext } from "../context/pane-context";
import { fluentButton, iconButton, linkButton } from "../widgets/buttons";
import { fill, h, isInSight } from "../widgets/dom";
import { Inserter, type Insertable, type InserterState } from "./inserter";
import { firstCell, type Notice } from "./notice";
import type { Texts } from "../texts";
import { textBox } from "../widgets/fluent/text-box";

export interface InsertControlsOptions {
  /** Is told where it would go, after every look. */
  looked?(at: Place): void;
  /** Stand among the options, above the place to insert. */
  readonly options?: readonly HTMLElement[];
  /** Stands beside the place to insert. */
  readonly besideTarget?: HTMLElement;
}

/** What every insert panel has: its options, where it would go or what became of it, buttons and undo. */
export function insertControls(
  context: PaneContext,
  { looked, options: own = [], besideTarget }: InsertControlsOptions = {},
) {
  const { texts, workbook } = context;
  let isPlanned = false;
  let seen: Place | undefined;
  const section = h("section.insert-panel", { "aria-label": texts.insert.title });
  const content = workbook
    ? [...own, targetField(context, (address) => void inserter?.aim(address), besideTarget)]
    : own;
  const follow = (areOpen: boolean) => section.classList.toggle("is-slim", !areOpen);
  const options = content.length > 0 ? insertOptions(context, content, follow) : undefined;
  const insert = () => {
    if (isPlanned) void inserter?.insert(inserter.state.obstacle ? "nextFree" : "here");
  };
  const insertOver = () => inserter?.insert("over");
  const face = faceOf(texts, { insert, insertOver, undo: () => inserter?.undo() });
  const show = (state: InserterState) => {
    const isSeen = state.at === seen;
    seen = state.at;
    if (state.at && !isSeen) looked?.(state.at);
    face.show(state, isPlanned);
  };
  const inserter = workbook && new Inserter(workbook, texts, show);
  const look = () => {
    if (!isInSight(section)) return;
    options?.follow();
    void inserter?.look();
  };
  const stop = workbook?.onSelectionChange(look);
  // What was typed into the cell meanwhile is seen when the user comes back to the pane.
  window.addEventListener("focus", look);
  return {
    /** The whole panel: opens and closes the options where there are any, and what it shows above them. */
    panel(above: (toggle: HTMLElement | undefined) => readonly HTMLElement[]): HTMLElement {
      fill(section, ...above(options?.toggle), options?.element, face.notice, workbook && face.buttons);
      options?.follow();
      return section;
    },
    /** Another thing is to be inserted, and what the button says; undefined: nothing can be. */
    plan(what: Insertable | undefined, text: string): void {
      isPlanned = what !== undefined;
      face.label(text);
      if (!inserter) face.say(texts.insert.notInExcel);
      else {
        if (!what) show(inserter.state);
        void inserter.plan(what);
      }
    },
    insert,
    say: (said: Notice): unknown => (inserter ? inserter.say(said) : face.say(said.text)),
    /** Looks where it would go: the panel came into sight, or the workbook changed. */
    look,
    dispose: (): void => {
      stop?.();
      window.removeEventListener("focus", look);
    },
  };
}

export type InsertControls = ReturnType<typeof insertControls>;

/** What is seen of an insertion: where it would go or what became of it, and the buttons. */
function faceOf(
  { insert: words }: Texts,
  { insert, insertOver, undo: takeBack }: Record<"insert" | "insertOver" | "undo", () => unknown>,
) {
  let button = "";
  const said = h("span.notice-text");
  const undo = linkButton(words.undo, takeBack, { class: "link-button undo", hidden: true });
  const notice = h("div.notice", { role: "status" }, said, undo);
  const primary = fluentButton("", insert, {
    class: "insert-primary",
    appearance: "primary",
    title: "Ctrl+Enter",
    "aria-keyshortcuts": "Control+Enter",
  });
  const over = fluentButton(words.overwrite, insertOver, { class: "insert-over", hidden: true });
  return {
    notice,
    buttons: h("div.insert-buttons", primary, over),
    label: (text: string) => (primary.textContent = button = text),
    say: (text: string) => (said.textContent = text),
    show(state: InserterState, isPlanned: boolean) {
      const { obstacle, at, isBusy } = state;
      notice.dataset["tone"] = state.notice.tone;
      said.textContent = state.notice.text;
      undo.hidden = !state.canUndo;
      const next = obstacle?.nextFree;
      primary.textContent = next ? words.insertAt(firstCell(next)) : button;
      over.hidden = !isPlanned || !obstacle || !state.mayOverwrite;
      enable(primary, isPlanned && !isBusy && at !== undefined && (obstacle === undefined || next !== undefined));
      enable(over, !isBusy);
    },
  };
}

function enable(button: HTMLElement, enabled: boolean): void {
  button.toggleAttribute("disabled", !enabled);
  button.setAttribute("aria-disabled", String(!enabled));
}

/** Ctrl+Enter does what the first button does. */
export function onInsertKey({ insert }: Pick<InsertControls, "insert">): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    insert();
  };
}

let made = 0;

/** What is seldom chosen in an insert panel, behind a chevron as that of Excel's formula bar. Every panel is as the last one was left; `shown` is told how. */
function insertOptions(
  { texts, insertOptions: choice }: PaneContext,
  content: readonly HTMLElement[],
  shown: (areOpen: boolean) => void,
) {
  const id = `insert-options${++made}`;
  const element = h("div.insert-options", { id }, ...content);
  const press = () => {
    choice.keep(!choice.areOpen());
    follow();
  };
  const own = { class: "icon-button options-toggle", "aria-controls": id };
  const toggle = iconButton("forward", texts.insert.options, press, own);
  const follow = () => {
    const areOpen = choice.areOpen();
    element.hidden = !areOpen;
    toggle.setAttribute("aria-expanded", String(areOpen));
    shown(areOpen);
  };
  return {
    /** Opens and closes them. */
    toggle,
    /** What opens. */
    element,
    /** Another panel may have opened or closed its own meanwhile. */
    follow,
  };
}

/** Where to insert: the active cell, whichever that is, or an address that is typed or taken from the selection. `beside` shares its line. */
function targetField(
  { texts, workbook }: PaneContext,
  aim: (address: string) => void,
  beside?: HTMLElement,
): HTMLElement {
  const { insert: words } = texts;
  const input = textBox(words.where, { placeholder: words.activeCell });
  const take = iconButton("target", words.keepCell, async () => {
    const cell = await workbook?.activeCell().catch(() => undefined);
    if (cell) change(addressOf(cell));
  });
  let aimed = "";
  const change = (address: string) => {
    input.value = address;
    if (address === aimed) return;
    aimed = address;
    aim(address);
  };
  input.addEventListener("change", () => change(input.value.trim()));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") change(input.value.trim());
    if (event.key !== "Escape" || input.value === "") return;
    change("");
    event.stopPropagation();
  });
  return h("div.target", h("span", words.into), input, take, beside);
}

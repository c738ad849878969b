import type { Place } from "../../sheets/notation/place";
import type { PaneContext } from "../context/pane-context";
import { fill, h } from "../widgets/dom";
import { insertOptions } from "./insert-options";
import { Inserter, type Insertable, type InserterState } from "./inserter";
import { firstCell, type Notice } from "./notice";
import { targetField } from "./target-field";

export interface InsertControls {
  /** The whole panel: opens and closes the options where there are any, and what it shows above them. */
  panel(above: (toggle: HTMLElement | undefined) => readonly HTMLElement[]): HTMLElement;
  /** Another thing is to be inserted, and what the button says; undefined: nothing can be. */
  plan(what: Insertable | undefined, button: string): void;
  insert(): void;
  say(notice: Notice): void;
  /** Looks where it would go: the panel came into sight, or the workbook changed. */
  look(): void;
  dispose(): void;
}

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
): InsertControls {
  const { texts, workbook } = context;
  const { insert: words } = texts;
  let button = "";
  let isPlanned = false;
  let seen: Place | undefined;
  const notice = h("span", { class: "notice-text" });
  const undo = h("button", { class: "link-button undo", type: "button", hidden: true }, words.undo);
  const row = h("div", { class: "notice", role: "status" }, notice, undo);
  const primary = h("fluent-button", {
    class: "insert-primary",
    appearance: "primary",
    title: "Ctrl+Enter",
    "aria-keyshortcuts": "Control+Enter",
  });
  const over = h("fluent-button", { class: "insert-over", hidden: true }, words.overwrite);

  const section = h("section", { class: "insert-panel", "aria-label": words.title });
  const content = workbook
    ? [...own, targetField(context, (address) => void inserter?.aim(address), besideTarget)]
    : own;
  const options =
    content.length > 0
      ? insertOptions(context, content, (areOpen) => section.classList.toggle("is-slim", !areOpen))
      : undefined;

  const show = ({ notice: said, obstacle, mayOverwrite, isBusy, canUndo, at }: InserterState) => {
    const isSeen = at === seen;
    seen = at;
    if (at && !isSeen) looked?.(at);
    row.dataset["tone"] = said.tone;
    notice.textContent = said.text;
    undo.hidden = !canUndo;
    const next = obstacle?.nextFree;
    primary.textContent = next ? words.insertAt(firstCell(next)) : button;
    over.hidden = !isPlanned || !obstacle || !mayOverwrite;
    enable(primary, isPlanned && !isBusy && at !== undefined && (obstacle === undefined || next !== undefined));
    enable(over, !isBusy);
  };
  const inserter = workbook && new Inserter(workbook, texts, show);
  const look = () => {
    if (!isInSight(section)) return;
    options?.follow();
    void inserter?.look();
  };
  const insert = () => {
    if (isPlanned) void inserter?.insert(inserter.state.obstacle ? "nextFree" : "here");
  };

  primary.addEventListener("click", insert);
  over.addEventListener("click", () => void inserter?.insert("over"));
  undo.addEventListener("click", () => void inserter?.undo());
  const stop = workbook?.onSelectionChange(look);
  // What was typed into the cell meanwhile is seen when the user comes back to the pane.
  window.addEventListener("focus", look);
  return {
    panel(above) {
      fill(
        section,
        ...above(options?.toggle),
        options?.element,
        row,
        workbook && h("div", { class: "insert-buttons" }, primary, over),
      );
      options?.follow();
      return section;
    },
    plan(what, text) {
      button = text;
      isPlanned = what !== undefined;
      primary.textContent = text;
      if (!inserter) notice.textContent = words.notInExcel;
      else {
        if (!what) show(inserter.state);
        void inserter.plan(what);
      }
    },
    insert,
    say: (said) => {
      if (inserter) inserter.say(said);
      else notice.textContent = said.text;
    },
    look,
    dispose: () => {
      stop?.();
      window.removeEventListener("focus", look);
    },
  };
}

/** Nobody looks at a panel under another tab or another series. */
function isInSight(element: HTMLElement): boolean {
  return element.isConnected && !element.closest("[hidden]");
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

/** The list of words below a formula that is being typed: arrows move in it, Tab or a click picks, Escape closes it. */
import { CommandType } from "@univerjs/core";
import { IEditorService, IShortcutService, InsertCommand, KeyCode, type Editor } from "@univerjs/preset-sheets-core";
import type { EnumValue, FunctionsMetadata } from "../host/function-metadata";
import type { HostLocale } from "../host/host-locale";
import { literal, offerAt, type Offer } from "./argument-words";
import type { Grid } from "./grid";
import { toEnglish } from "./local-notation";
import { h } from "../../src/taskpane/widgets/dom";

export interface WordListOptions {
  readonly grid: Grid;
  readonly functions: FunctionsMetadata;
  readonly locale: HostLocale;
  /** Where a cell of the sheet on screen begins and ends, in the window. */
  readonly place: () => DOMRect;
}

/** Univer's help for arguments, at the left of the cell, is so wide; the list stands beside it. */
const HELP_WIDTH = 250;
const GAP = 4;

/** Before Univer's own use of these keys in a cell. */
const PRIORITY = 2000;
const KEYS_ID = "workbench.operation.word-list";

export class WordList {
  private readonly element = h("ul.word-list", { role: "listbox", hidden: true });
  private offer: Offer | null = null;
  private active = 0;
  /** What was typed when the list was closed: it opens again when that changes. */
  private closedAt: string | null = null;

  constructor(private readonly options: WordListOptions) {
    // A pointer must not take the focus out of the cell.
    this.element.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const index = [...this.element.children].findIndex((item) => item.contains(event.target as Node));
      if (index >= 0) void this.pick(index);
    });
    document.body.append(this.element);
    this.takeKeys(options.grid);
    options.grid.commands.onCommandExecuted(() => this.update());
  }

  private takeKeys({ commands, injector }: Grid): void {
    const actions = new Map<KeyCode, () => void>([
      [KeyCode.ARROW_DOWN, () => this.mark(Math.min(this.element.children.length - 1, this.active + 1))],
      [KeyCode.ARROW_UP, () => this.mark(Math.max(0, this.active - 1))],
      [KeyCode.TAB, () => void this.pick(this.active)],
      [KeyCode.ESC, () => this.close()],
    ]);
    const handler = (_: unknown, { key }: { readonly key: KeyCode }): boolean => {
      actions.get(key)?.();
      return true;
    };
    commands.registerCommand({ id: KEYS_ID, type: CommandType.OPERATION, handler });
    const shortcuts = injector.get(IShortcutService);
    for (const key of actions.keys()) {
      shortcuts.registerShortcut({
        id: KEYS_ID,
        binding: key,
        preconditions: () => this.offer !== null,
        priority: PRIORITY,
        staticParameters: { key },
      });
    }
  }

  private get editor(): Readonly<Editor> | null {
    return this.options.grid.injector.get(IEditorService).getFocusEditor() ?? null;
  }

  private update(): void {
    const { editor } = this;
    const caret = editor?.getSelectionRanges().at(-1);
    const text = editor?.getDocumentData().body?.dataStream.replace(/\r\n$/, "") ?? "";
    const isTyping = caret?.collapsed === true && text.startsWith("=");
    if (!isTyping) this.closedAt = null;
    const { functions, locale } = this.options;
    this.show(
      isTyping && text !== this.closedAt ? offerAt(toEnglish(text, locale), caret.startOffset, functions) : null,
    );
  }

  private show(offer: Offer | null): void {
    const isSame =
      offer?.start === this.offer?.start &&
      offer?.typed === this.offer?.typed &&
      offer?.words.length === this.offer?.words.length;
    this.offer = offer;
    this.element.hidden = offer === null;
    if (!offer || isSame) return;
    this.element.replaceChildren(...offer.words.map(item));
    this.mark(0);
    this.put();
  }

  private put(): void {
    const cell = this.options.place();
    const { offsetHeight: height, offsetWidth: width } = this.element;
    const below = cell.bottom + GAP;
    this.element.style.left = `${Math.min(cell.left + HELP_WIDTH + GAP, innerWidth - width - GAP)}px`;
    this.element.style.top = `${below + height > innerHeight ? Math.max(GAP, cell.top - height - GAP) : below}px`;
  }

  private mark(index: number): void {
    this.active = index;
    [...this.element.children].forEach((child, i) => child.setAttribute("aria-selected", String(i === index)));
    this.element.children[index]?.scrollIntoView({ block: "nearest" });
  }

  private close(): void {
    this.closedAt = this.editor?.getDocumentData().body?.dataStream.replace(/\r\n$/, "") ?? null;
    this.show(null);
  }

  private async pick(index: number): Promise<void> {
    const { editor, offer } = this;
    const caret = editor?.getSelectionRanges().at(-1);
    const word = offer?.words[index];
    if (!editor || !caret || !word) return;
    const range = {
      startOffset: offer.start,
      endOffset: caret.startOffset,
      collapsed: offer.start === caret.startOffset,
    };
    await this.options.grid.commands.executeCommand(InsertCommand.id, {
      unitId: editor.getEditorId(),
      segmentId: "",
      body: { dataStream: literal(word) },
      range,
    });
  }
}

const item = ({ name, tooltip }: EnumValue): HTMLElement =>
  h("li", { role: "option" }, h("b", name), h("span", tooltip ?? ""));

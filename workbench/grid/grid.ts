/** Univer's spreadsheet on the page: one workbook, and the services behind it. */
import {
  type IMutationInfo,
  type IUndoRedoItem,
  LocalUndoRedoService,
  type IExecutionOptions,
  type Injector,
  type IWorkbookData,
  type Plugin,
  type PluginCtor,
  type Workbook as UniverBook,
  type Worksheet,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import { ERROR_TYPE_SET, type ErrorType } from "@univerjs/engine-formula";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import "@univerjs/preset-sheets-core/lib/index.css";
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from "@univerjs/sheets";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import type { HostLocale } from "../host/host-locale";
import { BUSY } from "../host/busy";
import { translateCells } from "./local-notation";
import { LANGUAGES, TEXTS } from "./texts";

/** Univer's undo stack, shared by the person and the add-in: what a request changes is one entry. */
class GridUndo extends LocalUndoRedoService {
  private open: IUndoRedoItem[] | null = null;
  /** The newest entry that belongs to something, and to what. */
  private last: { readonly of: object; readonly item: IUndoRedoItem } | null = null;

  override pushUndoRedo(item: IUndoRedoItem): void {
    if (this.open) this.open.push(item);
    else super.pushUndoRedo(item);
  }

  /** See `Undo.group`. */
  group<T>(unit: string, work: () => T, of?: object): T {
    if (this.open) return work();
    const parts: IUndoRedoItem[] = [];
    this.open = parts;
    try {
      return work();
    } finally {
      this.open = null;
      if (parts.length > 0) this.close(unit, parts, of);
    }
  }

  depth(unit: string): number {
    return this._getUndoStack(unit)?.length ?? 0;
  }

  private close(unit: string, parts: readonly IUndoRedoItem[], of?: object): void {
    const stack = this._getUndoStack(unit, true);
    const goesOn = of !== undefined && this.last?.of === of && stack.at(-1) === this.last.item;
    const item = merged(unit, goesOn ? [stack.pop()!, ...parts] : parts);
    this.last = of ? { of, item } : null;
    super.pushUndoRedo(item);
  }
}

/** One entry of several: done again in their order, taken back in the opposite one. */
function merged(unit: string, items: readonly IUndoRedoItem[]): IUndoRedoItem {
  const mutations = (part: "redoMutations" | "undoMutations", from: readonly IUndoRedoItem[]): IMutationInfo[] =>
    from.flatMap((item) => item[part]);
  return {
    unitID: unit,
    redoMutations: mutations("redoMutations", items),
    undoMutations: mutations("undoMutations", [...items].reverse()),
  };
}

interface GridOptions {
  /** The element that Univer fills. */
  readonly container: HTMLElement;
  readonly locale: HostLocale;
  readonly isDark: boolean;
}

export class Grid {
  readonly univer: Univer;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly undo: GridUndo;

  constructor({ container, locale, isDark }: GridOptions) {
    // A cell that waits must pass its error on to the cells that depend on it, like any other error.
    ERROR_TYPE_SET.add(BUSY as ErrorType);
    this.univer = new Univer({
      locale: LANGUAGES[locale.name] ?? LocaleType.EN_US,
      locales: TEXTS,
      darkMode: isDark,
      logLevel: LogLevel.WARN,
      override: [[IUndoRedoService, { useClass: GridUndo }]],
    });
    const { plugins } = UniverSheetsCorePreset({
      container,
      ribbonType: "simple",
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    });
    for (const entry of plugins) {
      const [plugin, config] = (Array.isArray(entry) ? entry : [entry]) as [PluginCtor<Plugin>, object?];
      this.univer.registerPlugin(plugin, config);
    }
    this.univer.registerPlugin(UniverSheetsTablePlugin);
    this.injector = this.univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    // Before any of Univer's own listeners, which read the formulas.
    this.commands.beforeCommandExecuted(({ id, params }) => {
      if (id === SetRangeValuesMutation.id) translateCells((params as ISetRangeValuesMutationParams).cellValue, locale);
    });
    this.undo = this.injector.get(IUndoRedoService) as GridUndo;
  }

  /** Shows a workbook instead of the one there was. */
  async open(data: Partial<IWorkbookData>): Promise<void> {
    const before = this.instances.getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET);
    const book = this.univer.createUnit<IWorkbookData, UniverBook>(UniverInstanceType.UNIVER_SHEET, data);
    this.instances.focusUnit(book.getUnitId());
    if (!before) return;
    this.instances.disposeUnit(before.getUnitId());
    // Univer clears up after the old workbook a little later, and would take the new one's spills along.
    await new Promise((resolve) => setTimeout(resolve));
  }

  get book(): UniverBook {
    return this.instances.getCurrentUnitOfType<UniverBook>(UniverInstanceType.UNIVER_SHEET)!;
  }

  get unit(): string {
    return this.book.getUnitId();
  }

  /** @throws Error when there is none with this id. */
  sheet(id: string): Worksheet {
    const sheet = this.book.getSheetBySheetId(id);
    if (!sheet) throw new Error(`There is no sheet ${id}`);
    return sheet;
  }

  /** Runs a command of Univer's, which takes care of its undo itself. @throws Error when Univer refuses. */
  run(command: string, params: object, options?: IExecutionOptions): void {
    if (!this.commands.syncExecuteCommand(command, params, options)) throw new Error(`Univer refused ${command}`);
  }

  /** Changes the workbook so that it can be taken back. @throws Error when Univer refuses. */
  perform(redo: readonly IMutationInfo[], undo: readonly IMutationInfo[], options?: IExecutionOptions): void {
    for (const { id, params } of redo) this.run(id, params ?? {}, options);
    this.undo.pushUndoRedo({ unitID: this.unit, redoMutations: [...redo], undoMutations: [...undo] });
  }

  /** The same for one mutation, which is taken back by itself with other parameters. */
  mutate(id: string, to: object, back: object, options?: IExecutionOptions): void {
    this.perform([{ id, params: to }], [{ id, params: back }], options);
  }

  private get instances(): IUniverInstanceService {
    return this.injector.get(IUniverInstanceService);
  }
}

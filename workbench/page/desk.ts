/** Grid, workbook and add-in put together: what happens when a workbook is opened or the add-in starts again. */
import { RedoCommand } from "@univerjs/core";
import { IEditorBridgeService } from "@univerjs/preset-sheets-core";
import { Activity } from "../grid/activity";
import { Answers } from "../grid/answers";
import { mapArea } from "../host/a1";
import { cellBox, cellCenter, type Point } from "../grid/cell-position";
import { duplicateAsExcel } from "../grid/duplicate";
import { giveEngineItsOwnReader } from "../grid/engine-reader";
import { describeFunctions, registerFunctions } from "../grid/functions";
import { Grid } from "../grid/grid";
import { createGridWorkbook, type GridWorkbook } from "../grid/grid-workbook";
import { pickWithTabOnly } from "../grid/list-keys";
import { showMessages } from "../grid/messages";
import { keepPastedFormats } from "../grid/paste-formats";
import { computeReentered } from "../grid/re-entry";
import { openWorkbook, saveWorkbook, type SavedWorkbook } from "../grid/saved-workbook";
import { WordList } from "../grid/word-list";
import { createExcelHost, type ExcelHost } from "../host/excel-host";
import type { FunctionsMetadata } from "../host/function-metadata";
import { frameChannel } from "../host/transport";
import type { Workbook, CellValue, Matrix } from "../host/workbook-model";
import { addressOf, areaAt } from "./address";
import { createFrame, newConversation } from "./frame";
import type { PageSettings } from "./settings";

interface AddinOptions {
  readonly settings: PageSettings;
  readonly workbook: Workbook;
  readonly functions: FunctionsMetadata;
  /** Where the frame goes. */
  readonly place: HTMLElement;
  readonly paneShown: (isShown: boolean) => void;
}

/** The add-in on the page: its frame and the host that talks to it. A restart replaces both and leaves the workbook alone. */
class Addin {
  host: ExcelHost;
  private frame: HTMLIFrameElement;

  constructor(private readonly options: AddinOptions) {
    [this.host, this.frame] = this.create();
  }

  /** Loads the add-in's page. */
  load(): void {
    this.options.place.replaceChildren(this.frame);
    this.frame.src = this.options.settings.addin.href;
  }

  /** Ends the runtime and starts another, as Excel does with an add-in that hangs. Load it when the workbook is ready. */
  renew(): void {
    this.host.stop();
    [this.host, this.frame] = this.create();
  }

  private create(): [ExcelHost, HTMLIFrameElement] {
    const { settings, workbook, functions, paneShown } = this.options;
    const conversation = newConversation();
    const frame = createFrame(conversation);
    const { origin } = settings.addin;
    const host = createExcelHost({
      ...settings,
      conversation,
      channel: frameChannel(window, frame, origin),
      addinOrigin: origin,
      workbook,
      functions,
      paneShown,
    });
    return [host, frame];
  }
}

interface DeskOptions extends Omit<AddinOptions, "workbook" | "place"> {
  /** Where the grid goes, and the pane. */
  readonly gridPlace: HTMLElement;
  readonly panePlace: HTMLElement;
}

export class Desk {
  readonly workbook: GridWorkbook;
  readonly addin: Addin;
  private readonly grid: Grid;
  readonly activity: Activity;
  private readonly answers: Answers;
  /** Whether Excel knows the add-in's functions: not before the add-in was first loaded. */
  private isKnown = false;

  constructor(private readonly options: DeskOptions) {
    const { settings, functions, gridPlace, panePlace, paneShown } = options;
    this.grid = new Grid({ container: gridPlace, locale: settings.locale, isDark: settings.theme !== "light" });
    this.activity = new Activity(this.grid);
    this.workbook = createGridWorkbook(this.grid, () => this.answers);
    this.workbook.dateSystem = settings.dates;
    this.answers = new Answers({
      invoke: ({ cell, id, args }) =>
        this.addin.host.functions.invoke({
          id,
          args,
          address: addressOf(this.workbook, { ...cell, rowCount: 1, columnCount: 1 }),
        }).outcome,
      arrived: (cell) => this.workbook.calculation.continueAt(cell),
    });
    this.addin = new Addin({ settings, workbook: this.workbook, functions, place: panePlace, paneShown });
    computeReentered(this.grid, this.workbook);
    keepPastedFormats(this.grid);
    registerFunctions(this.grid, functions, (call) => (this.isKnown ? this.answers.ask(call) : "unknown"));
  }

  /** Shows the first workbook and loads the add-in, at once or as late as the settings say. */
  async start(saved: SavedWorkbook): Promise<void> {
    const { late } = this.options.settings;
    this.isKnown = late === null;
    await openWorkbook(this.grid, this.workbook, saved);
    giveEngineItsOwnReader(this.grid);
    pickWithTabOnly(this.grid);
    duplicateAsExcel(this.grid, this.workbook);
    showMessages(this.grid, (sheet, row, column) => this.shownAt(sheet, row, column));
    if (late === null) this.loadAddin();
    else setTimeout(() => this.loadAddin(), late);
  }

  /** Opens another workbook; a workbook has its own runtime of the add-in. */
  async open(saved: SavedWorkbook): Promise<void> {
    this.addin.renew();
    this.answers.forgetAll();
    await this.activity.during(openWorkbook(this.grid, this.workbook, saved));
    this.addin.load();
  }

  /** Whether a cell is open for typing. */
  get isEditing(): boolean {
    return this.grid.injector.get(IEditorBridgeService).isVisible().visible;
  }

  save(): SavedWorkbook {
    return saveWorkbook(this.grid, this.workbook);
  }

  /** Starts the add-in's runtime again; what it was asked and did not answer, the new one is asked. */
  restart(): void {
    this.addin.renew();
    this.addin.load();
    this.answers.askAgain();
  }

  cellCenter(address: string): Point {
    return cellCenter(this.grid, areaAt(this.workbook, address));
  }

  redo(): void {
    this.grid.commands.syncExecuteCommand(RedoCommand.id);
  }

  private loadAddin(): void {
    this.isKnown = true;
    // Univer's list of functions is there only after its first workbook.
    const { functions, settings } = this.options;
    describeFunctions(this.grid, functions);
    new WordList({
      grid: this.grid,
      functions,
      locale: settings.locale,
      place: () => cellBox(this.grid, this.workbook.selection.area),
    });
    this.addin.load();
  }

  /** What cells show at this moment, an error with the text behind it. */
  shown(address: string): Matrix<CellValue> {
    const area = areaAt(this.workbook, address);
    return mapArea(area, (row, column) => this.shownAt(area.sheet, row, column));
  }

  private shownAt(sheet: string, row: number, column: number): CellValue {
    const cell = { sheet, row, column, rowCount: 1, columnCount: 1 };
    const value = this.workbook.cells.values(cell)[0]![0]!;
    if (typeof value !== "object") return value;
    const from = this.workbook.spills.over(cell) ?? cell;
    const message = this.answers.message(from, value.error, row - from.row, column - from.column);
    return message === undefined ? value : { ...value, message };
  }
}

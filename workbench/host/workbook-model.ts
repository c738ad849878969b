import type { Step } from "./structure/step";
import type { Area } from "./a1";
import type { Listed } from "./kept";

/** An error in a cell: Excel's word for it (`#N/A`, `#VALUE!` …) and, from a custom function, the text behind it. */
export interface CellError {
  readonly error: string;
  readonly message?: string;
}

/** What a cell shows. An empty cell is `""`. */
export type CellValue = string | number | boolean | CellError;

/** What someone types or writes into a cell. `null` leaves the cell as it is, `""` empties it. */
export type CellInput = string | number | boolean | null;

export type Matrix<T> = readonly (readonly T[])[];

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  readonly tabColor: string;
  readonly isProtected: boolean;
}

export interface Sheets {
  list(): readonly Sheet[];
  get(id: string): Sheet | undefined;
  /** Excel compares sheet names without case. */
  named(name: string): Sheet | undefined;
  /** Adds an empty sheet, at the end unless told where; without a name, the next free `SheetN`. */
  add(name?: string, position?: number): Sheet;
  remove(id: string): void;
  change(id: string, to: Partial<Pick<Sheet, "name" | "visibility" | "tabColor" | "isProtected">>): void;
  readonly active: string;
  activate(id: string): void;
}

export interface Cells {
  values(area: Area): Matrix<CellValue>;
  /** The formula text of a formula cell, otherwise its value as Excel would show it in the formula bar. */
  formulas(area: Area): Matrix<string | number | boolean>;
  numberFormats(area: Area): Matrix<string>;
  /** Enters content as if typed: text that reads as a formula, number or date becomes one. */
  enter(area: Area, content: Matrix<CellInput>): void;
  setNumberFormats(area: Area, formats: Matrix<string | null>): void;
  clear(area: Area, what: "All" | "Contents" | "Formats"): void;
  /** The smallest area on the sheet that holds every cell in use (with `valuesOnly`, every value), if there is one. */
  used(sheet: string, valuesOnly: boolean): Area | null;
  /** Per cell: whether a formula spills over it, its own included. */
  spilled(area: Area): Matrix<boolean>;
  /** The cell whose formula spills over `area`'s first cell, itself included. */
  spillParent(area: Area): Area | null;
  /** What the formula in `area`'s first cell spills over, itself included. */
  spillArea(area: Area): Area | null;
}

/** One property of the looks of a cell, in Excel's words below `format`: `font.bold`, `fill.color`, `columnWidth` … */
export type FormatProperty = string;

export type FormatValue = string | number | boolean | null;

export interface Formats {
  /** The value all cells of the area share; `null` when they differ; `undefined` when none was ever set. */
  get(area: Area, property: FormatProperty): FormatValue | undefined;
  set(area: Area, property: FormatProperty, value: FormatValue): void;
  autofit(area: Area, what: "columns" | "rows"): void;
}

/** Cells shown as one: the first of them has the content. */
export interface Merges {
  on(sheet: string): readonly Area[];
  /** Makes one cell of an area without merged cells. Leaves the contents as they are. */
  merge(area: Area): void;
  /** Takes every merged area apart that the area touches. */
  unmerge(area: Area): void;
}

/** Rows at the top and columns at the left that stay in view. */
export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

/** Outside the undo stack, as Excel's is. */
export interface FreezePanes {
  get(sheet: string): Frozen;
  set(sheet: string, frozen: Frozen): void;
}

/** Inserts, deletes and moves cells; copies sheets. Each is one entry of the undo stack. */
export interface Structure {
  /** Formulas, names, tables, merged cells and looks follow. */
  carryOut(step: Step): void;
  /** A sheet with all that the other has, at `position`, called after it; what refers to the one refers to the other there. */
  copySheet(id: string, position: number): Sheet;
}

export interface DefinedName {
  readonly name: string;
  /** A sheet id, or `null` for the workbook. */
  readonly scope: string | null;
  /** The cells it stands for, or any other formula. */
  readonly refersTo: Area | string;
  readonly comment: string;
  readonly visible: boolean;
}

export interface Names {
  list(): readonly DefinedName[];
  get(name: string, scope: string | null): DefinedName | undefined;
  set(name: DefinedName): void;
  remove(name: string, scope: string | null): void;
}

export interface Table {
  readonly id: string;
  readonly name: string;
  /** Headers and totals included. */
  readonly area: Area;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showFilterButton: boolean;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly style: string;
}

export interface Tables {
  list(): readonly Table[];
  /** By id or by name (without case). */
  get(key: string): Table | undefined;
  add(area: Area, hasHeaders: boolean): Table;
  change(id: string, to: Partial<Omit<Table, "id">>): void;
  /** Takes the table away and leaves its cells. */
  remove(id: string): void;
}

/** A chart as an add-in asked for it. */
export interface Chart {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  /** Excel's word: `ColumnClustered`, `Line` … */
  readonly type: string;
  readonly source: Area;
  readonly seriesBy: "Auto" | "Columns" | "Rows";
  /** The cells it is laid over, from the first to the last; null where Excel would put it. */
  readonly place: { readonly first: Area; readonly last: Area } | null;
  /** What else was set, in Excel's words below `chart`: `title.text`, `legend.visible`, `height` … */
  readonly properties: Readonly<Record<string, FormatValue>>;
}

/** A rule that sets off cells by what they show. */
export interface ConditionalFormat {
  readonly id: string;
  readonly area: Area;
  /** As it reads for the first cell. */
  readonly formula: string;
  /** "": as it is. */
  readonly fontColor: string;
  readonly fillColor: string;
}

export interface XmlPart {
  readonly id: string;
  readonly xml: string;
}

export interface Selection {
  readonly area: Area;
  select(area: Area): void;
}

/** Computes one formula; the answer may take its time, the cell shows `#BUSY!` until then. */
export type Evaluate = (formula: string, at: Area) => Promise<CellValue | Matrix<CellValue>>;

export interface Calculation {
  mode: "Automatic" | "AutomaticExceptTables" | "Manual";
  /** Computes afresh every formula in these areas. */
  recalculate(areas: readonly Area[]): void;
  /** Resolves when no formula is being computed. */
  settled(): Promise<void>;
}

export interface Undo {
  /**
   * Everything that `work` changes becomes one entry of the undo stack. What belongs to one and the same `of` becomes one
   * entry together, unless something else was changed in between.
   */
  group<T>(work: () => T, of?: object): T;
  /** Takes back the newest entry; false when there is none. */
  undo(): boolean;
  readonly depth: number;
}

/** Excel's words for what happened to cells. */
export type ChangeType =
  "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

export type WorkbookEvent =
  | { readonly kind: "changed"; readonly area: Area; readonly change: ChangeType }
  | { readonly kind: "calculated"; readonly area: Area }
  | { readonly kind: "selected"; readonly area: Area }
  | { readonly kind: "activated" | "added" | "deleted"; readonly sheet: string }
  | { readonly kind: "tableAdded" | "tableDeleted"; readonly sheet: string; readonly table: string };

export interface Workbook {
  readonly name: string;
  /** Which year its dates count from; 1900 unless it is said. */
  dateSystem?: 1900 | 1904;
  readonly sheets: Sheets;
  readonly cells: Cells;
  readonly formats: Formats;
  readonly merges: Merges;
  readonly panes: FreezePanes;
  readonly structure: Structure;
  readonly names: Names;
  readonly tables: Tables;
  readonly charts: Listed<Chart, Omit<Chart, "id" | "name">>;
  readonly rules: Listed<ConditionalFormat, Omit<ConditionalFormat, "id">>;
  /** Document settings of the add-in: JSON text by key. Outside the undo stack, as Excel's are. */
  readonly settings: Map<string, string>;
  readonly xmlParts: Listed<XmlPart, string>;
  readonly selection: Selection;
  readonly calculation: Calculation;
  readonly undo: Undo;
  /** Tells the listener of every change; returns what ends it. */
  listen(listener: (event: WorkbookEvent) => void): () => void;
}

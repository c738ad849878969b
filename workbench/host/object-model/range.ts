import { isUnbounded, type Area } from "../a1";
import { wrongShape } from "../host-error";
import { hostObject, type HostClass, type HostObject, type Property } from "../host-object";
import { formatNumber } from "../number-format";
import type { CellValue, Matrix } from "../workbook-model";
import { cellProperties, CELL_STYLE } from "./cell-properties";
import { conditionalFormats } from "./conditional-formats";
import { pointsOf } from "./cell-points";
import { mapMatrix, matrixFor, plainValue, textMatrixFor, valueType } from "./matrix";
import {
  addressOf,
  asCount,
  asWord,
  assertBounded,
  assertWritable,
  type ObjectModel,
  type RangeState,
} from "./object-model";
import { look, rangeFormat } from "./range-format";
import { rangeSteps } from "./range-steps";
import { rangeStructure } from "./range-structure";

/** Cell by cell; null for whole rows and columns, as Excel answers. */
const perCell = (
  read: (state: RangeState) => unknown,
  write?: (state: RangeState, value: unknown) => void,
): Property<RangeState> => ({
  get: (range) => (isUnbounded(range.area) ? null : read(range)),
  ...(write && {
    set: (range: RangeState, value: unknown): void => {
      assertBounded(range.area);
      assertWritable(range.model, range.area);
      write(range, value);
    },
  }),
});

const row = (area: Area, offset: number): Area => ({ ...area, row: area.row + offset, rowCount: 1 });

/** The rows of an area, counted from its first, that are not hidden. */
function visibleRows({ model, area }: RangeState): number[] {
  const { formats } = model.workbook;
  const all = Array.from({ length: area.rowCount }, (_, offset) => offset);
  return formats.get(area, "rowHidden") === undefined
    ? all
    : all.filter((offset) => formats.get(row(area, offset), "rowHidden") !== true);
}

/** Several rows written at once over hidden ones land in the wrong rows, as they do in Excel under a filter (OfficeDev/office-js#224). */
function enter(range: RangeState, value: unknown): void {
  const { model, area } = range;
  const content = matrixFor(area, value);
  const visible = visibleRows(range);
  if (area.rowCount === 1 || visible.length === area.rowCount) return model.workbook.cells.enter(area, content);
  visible.forEach((offset, i) => model.workbook.cells.enter(row(area, offset), [content[i]!]));
}

/** What cells show, each with what else is known of it. */
const shownWith = <T>({ model, area }: RangeState, known: Matrix<T>, as: (value: CellValue, known: T) => string) =>
  mapMatrix(model.workbook.cells.values(area), (value, row, column) => as(value, known[row]![column]!));

/** Whether all cells are part of a spill; null when only some are. */
function hasSpill({ model, area }: RangeState): boolean | null {
  const parts = model.workbook.cells.spilled(area).flat();
  return parts.every(Boolean) || (parts.some(Boolean) ? null : false);
}

export const RANGE: HostClass<RangeState> = {
  name: "Range",
  isReferenced: true,
  properties: {
    Address: { get: ({ model, area }) => addressOf(model, area) },
    AddressLocal: { get: ({ model, area }) => addressOf(model, area) },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rowCount },
    ColumnCount: { get: ({ area }) => area.columnCount },
    CellCount: { get: ({ area }) => area.rowCount * area.columnCount },
    IsEntireColumn: { get: ({ area }) => area.rowCount > 1 && isUnbounded({ ...area, columnCount: 1 }) },
    IsEntireRow: { get: ({ area }) => area.columnCount > 1 && isUnbounded({ ...area, rowCount: 1 }) },
    Values: perCell(({ model, area }) => mapMatrix(model.workbook.cells.values(area), plainValue), enter),
    Formulas: perCell(({ model, area }) => model.workbook.cells.formulas(area), enter),
    Text: perCell((range) => shownWith(range, range.model.workbook.cells.numberFormats(range.area), formatNumber)),
    ValueTypes: perCell((range) => shownWith(range, range.model.workbook.cells.formulas(range.area), valueType)),
    NumberFormat: perCell(
      ({ model, area }) => model.workbook.cells.numberFormats(area),
      ({ model, area }, value) => model.workbook.cells.setNumberFormats(area, textMatrixFor(area, value)),
    ),
    HasSpill: perCell(hasSpill),
    Style: CELL_STYLE,
    ConditionalFormats: conditionalFormats,
    RowHidden: look("rowHidden", false),
    ColumnHidden: look("columnHidden", false),
    Left: { get: ({ model, area }) => pointsOf(model, area).left },
    Top: { get: ({ model, area }) => pointsOf(model, area).top },
    Width: { get: ({ model, area }) => pointsOf(model, area).width },
    Height: { get: ({ model, area }) => pointsOf(model, area).height },
    Format: { get: (range) => rangeFormat(range) },
    Worksheet: { get: ({ model, area }) => model.worksheet(area.sheet) },
  },
  methods: {
    ...rangeSteps(() => RANGE),
    ...rangeStructure(() => RANGE),
    ...cellProperties(({ model, area }, r, c) =>
      range(model, { ...area, row: area.row + r, column: area.column + c, rowCount: 1, columnCount: 1 }),
    ),
    Select: ({ model, area }) => model.workbook.selection.select(area),
    Calculate: ({ model, area }) => model.workbook.calculation.recalculate([area]),
    SetDirty: ({ model, area }) => model.workbook.calculation.recalculate([area]),
    Clear: ({ model, area }, applyTo) => {
      assertWritable(model, area);
      model.workbook.cells.clear(area, asWord(["All", "Contents", "Formats"], applyTo ?? "All"));
    },
    // The client asks for this before it sends a large matrix in pieces.
    _ValidateArraySize: ({ area }, rows, columns) => {
      if (asCount(rows) !== area.rowCount || asCount(columns) !== area.columnCount) throw wrongShape();
    },
  },
};

export const range = (model: ObjectModel, area: Area): HostObject => hostObject(RANGE, { model, area });

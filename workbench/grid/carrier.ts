/** How the cells of Univer's sheets change place: as plain changes of cells, so that its formula engine follows by itself. */
import type { ICellData, IColumnData, IMutationInfo, IObjectMatrixPrimitiveType, IRowData } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetColDataMutation, SetRowDataMutation } from "@univerjs/sheets";
import { cellArea, type Area } from "../host/a1";
import { movement, type Carrier, type FormulaCell } from "../host/structure/restructure";
import { areaAfter, isEntire, spanOf, withSpan, type Dimension, type Shift, type Step } from "../host/structure/step";
import type { Answers } from "./answers";
import { contentData } from "./cell-data";
import type { GridCells } from "./cells";
import type { Grid } from "./grid";

interface PlacedCell {
  readonly at: Area;
  readonly data: ICellData;
}

const EMPTY: ICellData = { ...contentData("", ""), s: null };

export class GridCarrier implements Carrier {
  /** While cells are carried, what changes in them is no news to anyone. */
  isCarrying = false;

  constructor(
    private readonly grid: Grid,
    private readonly cells: GridCells,
    private readonly answers: () => Answers,
  ) {}

  formulas(): readonly FormulaCell[] {
    return this.grid.book
      .getSheets()
      .flatMap((sheet) =>
        this.everything(sheet.getSheetId()).flatMap(({ at, data }) => (data.f ? [{ at, formula: data.f }] : [])),
      );
  }

  carry(step: Step): void {
    this.quietly(() => {
      const { leaving, arriving, models } = movement(step, (sheet) => this.everything(sheet));
      const looks = models.flatMap(({ at, data: { s } }) => (s ? [{ at, data: { s: structuredClone(s) } }] : []));
      this.answers().copy(arriving.map(({ from, at }) => [from, at]));
      this.put(leaving.map(({ at }) => ({ at, data: EMPTY })));
      this.put([...looks, ...arriving]);
      if (step.kind !== "move" && isEntire(step.area, step.along)) this.carrySizes(step);
    });
  }

  rewrite(formulas: readonly FormulaCell[]): void {
    this.quietly(() => this.put(formulas.map(({ at, formula }) => ({ at, data: { f: formula, si: null } }))));
  }

  copy(from: string, to: string): void {
    this.quietly(() => {
      const cells = this.everything(from);
      const arriving = cells.map(({ at, data }) => ({ at: { ...at, sheet: to }, data }));
      this.answers().copy(cells.map(({ at }, i) => [at, arriving[i]!.at]));
      this.put(arriving);
      for (const lines of ["rows", "columns"] as const) {
        const sizes = structuredClone(this.sizes(from, lines));
        this.grid.perform([this.resized(to, lines, sizes)], [this.resized(to, lines, cleared(Object.keys(sizes)))]);
      }
    });
  }

  private quietly(work: () => void): void {
    this.isCarrying = true;
    try {
      work();
    } finally {
      this.isCarrying = false;
    }
  }

  /** Every cell in use: formulas written out, looks as they are without those of row and column. */
  private everything(sheet: string): PlacedCell[] {
    const found: PlacedCell[] = [];
    const formulas = this.grid.injector.get(FormulaDataModel);
    const styles = this.grid.book.getStyles();
    const cells = this.grid.sheet(sheet).getCellMatrix();
    cells.forValue((row, column, cell) => {
      if (!cell) return;
      const f = cell.f || cell.si ? formulas.getFormulaStringByCell(row, column, sheet, this.grid.unit) : null;
      const s = structuredClone(styles.getStyleByCell(cell)) ?? null;
      found.push({ at: cellArea(sheet, row, column), data: { ...EMPTY, ...structuredClone(cell), f, si: null, s } });
    });
    return found;
  }

  private put(cells: readonly PlacedCell[]): void {
    for (const sheet of new Set(cells.map(({ at }) => at.sheet))) {
      const changed: IObjectMatrixPrimitiveType<ICellData> = {};
      for (const { at, data } of cells) if (at.sheet === sheet) (changed[at.row] ??= {})[at.column] = data;
      this.cells.write(sheet, changed);
    }
  }

  /** Heights, widths and being hidden go with entire rows and columns; what is inserted is as large as its neighbour. */
  private carrySizes(step: Shift): void {
    const {
      area: { sheet },
      along,
    } = step;
    const [from, start] = [structuredClone(this.sizes(sheet, along)), spanOf(step.area, along).start];
    const disturbedLines = Object.keys(from)
      .map(Number)
      .filter((line) => line >= start);
    const to: Record<number, IRowData | IColumnData> = {};
    for (const line of disturbedLines) {
      const place = areaAfter(step, withSpan(step.area, along, { start: line, count: 1 }));
      if (place) to[spanOf(place, along).start] = from[line]!;
    }
    const neighbour = step.kind === "insert" ? from[start - 1] : undefined;
    if (neighbour) for (let i = 0; i < spanOf(step.area, along).count; i++) to[start + i] = structuredClone(neighbour);
    const none = cleared([...disturbedLines, ...Object.keys(to)]);
    const old = Object.fromEntries(disturbedLines.map((line) => [line, from[line]!]));
    const [change, changeBack] = [to, old].map((sizes) =>
      [none, sizes].map((data) => this.resized(sheet, along, data)),
    );
    this.grid.perform(change!, changeBack!);
  }

  private sizes(sheet: string, along: Dimension): Record<number, IRowData | IColumnData> {
    const worksheet = this.grid.sheet(sheet);
    return along === "rows" ? worksheet.getRowManager().getRowData() : worksheet.getColumnManager().getColumnData();
  }

  private resized(sheet: string, along: Dimension, data: object): IMutationInfo {
    const isRows = along === "rows";
    return {
      id: isRows ? SetRowDataMutation.id : SetColDataMutation.id,
      params: { unitId: this.grid.unit, subUnitId: sheet, [isRows ? "rowData" : "columnData"]: data },
    };
  }
}

/** What takes the sizes of rows or columns away. */
const cleared = (lines: readonly (string | number)[]): Record<string, null> =>
  Object.fromEntries(lines.map((line) => [line, null]));

/** Merged cells, in Univer. */
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation } from "@univerjs/sheets";
import { intersection, type Area } from "../host/a1";
import type { Merges } from "../host/workbook-model";
import { areaOf, rangeOf } from "./area";
import type { Grid } from "./grid";

export class GridMerges implements Merges {
  constructor(private readonly grid: Grid) {}

  on(sheet: string): readonly Area[] {
    return this.grid
      .sheet(sheet)
      .getMergeData()
      .map((range) => areaOf(sheet, range));
  }

  merge(area: Area): void {
    this.change(AddWorksheetMergeMutation.id, RemoveWorksheetMergeMutation.id, [area]);
  }

  unmerge(area: Area): void {
    const touched = this.on(area.sheet).filter((merged) => intersection(merged, area));
    if (touched.length > 0) this.change(RemoveWorksheetMergeMutation.id, AddWorksheetMergeMutation.id, touched);
  }

  /** Univer keeps the ranges it is given: each mutation has its own. */
  private change(redo: string, undo: string, areas: readonly Area[]): void {
    const params = () => ({ unitId: this.grid.unit, subUnitId: areas[0]!.sheet, ranges: areas.map(rangeOf) });
    this.grid.perform([{ id: redo, params: params() }], [{ id: undo, params: params() }]);
  }
}

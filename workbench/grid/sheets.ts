/** Sheets, the active one and what is selected, in Univer. */
import {
  type IExecutionOptions,
  BooleanNumber,
  IPermissionService,
  mergeWorksheetSnapshotWithDefault,
} from "@univerjs/core";
import {
  InsertSheetMutation,
  InsertSheetUndoMutationFactory,
  RemoveSheetCommand,
  RemoveSheetMutation,
  SetSelectionsOperation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SheetsSelectionsService,
  WorksheetEditPermission,
} from "@univerjs/sheets";
import { cellArea, type Area } from "../host/a1";
import { newGuid, nextSheetName } from "../host/assembled";
import type { Selection, Sheet, Sheets } from "../host/workbook-model";
import { areaOf, clipped, rangeOf } from "./area";
import type { Grid } from "./grid";

/** The size of a new sheet; it grows when something is written beyond it. */
export const SHEET_SIZE = { rowCount: 1000, columnCount: 52 };

/** What Univer does not know about a sheet. */
export interface SheetExtras {
  isProtected?: boolean;
  isVeryHidden?: boolean;
}

/** Univer goes to a sheet that is added or shown, unless someone else did it: an add-in does not lead a person away. */
const STAY: IExecutionOptions = { fromCollab: true };

export class GridSheets implements Sheets, Selection {
  private readonly extras = new Map<string, SheetExtras>();

  constructor(private readonly grid: Grid) {}

  list(): readonly Sheet[] {
    return this.grid.book.getSheets().map((sheet, position) => {
      const { isProtected = false, isVeryHidden = false } = this.extrasOf(sheet.getSheetId());
      const hidden = isVeryHidden ? "VeryHidden" : "Hidden";
      return {
        id: sheet.getSheetId(),
        name: sheet.getName(),
        position,
        isProtected,
        tabColor: sheet.getTabColor() || "",
        visibility: sheet.isSheetHidden() ? hidden : "Visible",
      };
    });
  }

  get(id: string): Sheet | undefined {
    return this.list().find((sheet) => sheet.id === id);
  }

  named(name: string): Sheet | undefined {
    return this.list().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  add(
    name = nextSheetName(this, this.grid.book.getSheets().length + 1),
    position = this.grid.book.getSheets().length,
  ): Sheet {
    const sheet = mergeWorksheetSnapshotWithDefault({ id: newGuid(), name, ...SHEET_SIZE });
    const params = { unitId: this.grid.unit, index: position, sheet };
    const before = InsertSheetUndoMutationFactory(this.grid.injector, params);
    this.grid.perform([{ id: InsertSheetMutation.id, params }], [{ id: RemoveSheetMutation.id, params: before }], STAY);
    return this.get(sheet.id)!;
  }

  remove(id: string): void {
    this.grid.run(RemoveSheetCommand.id, { unitId: this.grid.unit, subUnitId: id });
  }

  change(id: string, { name, visibility, tabColor, isProtected }: Partial<Sheet>): void {
    const sheet = this.grid.sheet(id);
    if (name !== undefined) this.grid.run(SetWorksheetNameCommand.id, { unitId: this.grid.unit, subUnitId: id, name });
    if (tabColor !== undefined)
      this.set(SetTabColorMutation.id, id, { color: tabColor }, { color: sheet.getTabColor() || "" });
    if (visibility !== undefined) this.setVisibility(id, visibility);
    if (isProtected !== undefined) this.setProtected(id, isProtected);
  }

  get active(): string {
    return this.grid.book.getActiveSheet().getSheetId();
  }

  activate(id: string): void {
    if (id !== this.active)
      this.grid.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: this.grid.unit, subUnitId: id });
  }

  get area(): Area {
    const selected = this.grid.injector.get(SheetsSelectionsService).getCurrentLastSelection();
    return selected ? areaOf(this.active, selected.range) : cellArea(this.active, 0, 0);
  }

  select(area: Area): void {
    this.activate(area.sheet);
    const range = rangeOf(clipped(this.grid, area));
    const sheet = this.grid.sheet(area.sheet);
    const primary = {
      ...sheet.getCellInfoInMergeData(area.row, area.column),
      actualRow: area.row,
      actualColumn: area.column,
    };
    const selections = [{ range, primary, style: null }];
    this.grid.commands.syncExecuteCommand(SetSelectionsOperation.id, {
      unitId: this.grid.unit,
      subUnitId: area.sheet,
      selections,
      reveal: true,
    });
  }

  /** What Univer does not know, to be kept with the workbook, by sheet. */
  get saved(): Record<string, SheetExtras> {
    return Object.fromEntries(this.list().map(({ id }) => [id, this.extrasOf(id)]));
  }

  restore(saved: Readonly<Record<string, SheetExtras>>): void {
    this.extras.clear();
    for (const [id, extras] of Object.entries(saved)) {
      this.extras.set(id, extras);
      if (extras.isProtected) this.setProtected(id, true);
    }
  }

  private extrasOf(id: string): SheetExtras {
    return this.extras.get(id) ?? {};
  }

  private setVisibility(id: string, visibility: Sheet["visibility"]): void {
    this.extras.set(id, { ...this.extrasOf(id), isVeryHidden: visibility === "VeryHidden" });
    const hidden = visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    if (this.grid.sheet(id).isSheetHidden() === hidden) return;
    if (hidden && this.active === id)
      this.activate(this.list().find((sheet) => sheet.visibility === "Visible" && sheet.id !== id)!.id);
    this.set(SetWorksheetHideMutation.id, id, { hidden }, { hidden: this.grid.sheet(id).isSheetHidden() }, STAY);
  }

  private set(mutation: string, sheet: string, to: object, from: object, options?: IExecutionOptions): void {
    const at = { unitId: this.grid.unit, subUnitId: sheet };
    this.grid.mutate(mutation, { ...at, ...to }, { ...at, ...from }, options);
  }

  /** Refuses what a person types as well; what the add-in writes, the object model refuses. */
  private setProtected(id: string, isProtected: boolean): void {
    this.extras.set(id, { ...this.extrasOf(id), isProtected });
    const permissions = this.grid.injector.get(IPermissionService);
    const point = new WorksheetEditPermission(this.grid.unit, id);
    if (!permissions.getPermissionPoint(point.id)) permissions.addPermissionPoint(point);
    permissions.updatePermissionPoint(point.id, !isProtected);
  }
}

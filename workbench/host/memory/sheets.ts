/** The sheets of the in-memory workbook, the active one, and what is selected. */
import { cellArea, type Area } from "../a1";
import { nextSheetName } from "../assembled";
import type { Selection, Sheet, Sheets, WorkbookEvent } from "../workbook-model";
import { type Journal, Journaled } from "./journal";
import type { MemoryTables } from "./lists";

type SheetRecord = Omit<Sheet, "position">;

export class MemorySheets implements Sheets, Selection {
  private readonly records: Journaled<readonly SheetRecord[]>;
  private selected: Area;
  private made = 0;

  constructor(
    private readonly journal: Journal,
    private readonly tables: MemoryTables,
    private readonly newId: () => string,
    private readonly tell: (event: WorkbookEvent) => void,
    private readonly renamed: (from: string, to: string) => void,
  ) {
    const first = this.record("Sheet1");
    this.records = new Journaled<readonly SheetRecord[]>(journal, [first]);
    this.selected = cellArea(first.id, 0, 0);
  }

  list(): readonly Sheet[] {
    return this.records.value.map((record, position) => ({ ...record, position }));
  }

  get(id: string): Sheet | undefined {
    return this.list().find((sheet) => sheet.id === id);
  }

  named(name: string): Sheet | undefined {
    return this.list().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  add(name?: string, position = this.records.value.length): Sheet {
    const record = this.record(name ?? nextSheetName(this, this.made + 1));
    this.records.value = this.records.value.toSpliced(position, 0, record);
    this.tell({ kind: "added", sheet: record.id });
    return this.get(record.id)!;
  }

  remove(id: string): void {
    this.tables.removeOn(id);
    this.records.value = this.records.value.filter((record) => record.id !== id);
    this.tell({ kind: "deleted", sheet: id });
  }

  change(id: string, to: Partial<SheetRecord>): void {
    const before = this.get(id);
    this.journal.group(() => {
      this.records.value = this.records.value.map((record) => (record.id === id ? { ...record, ...to } : record));
      if (before && to.name !== undefined && to.name !== before.name) this.renamed(before.name, to.name);
    });
  }

  get active(): string {
    return this.area.sheet;
  }

  activate(id: string): void {
    if (id === this.active) return;
    this.selected = cellArea(id, 0, 0);
    this.tell({ kind: "activated", sheet: id });
  }

  /** Falls back to the first visible sheet when the selected one is gone. */
  get area(): Area {
    if (this.get(this.selected.sheet)) return this.selected;
    return cellArea(this.list().find((sheet) => sheet.visibility === "Visible")!.id, 0, 0);
  }

  select(area: Area): void {
    this.activate(area.sheet);
    this.selected = area;
    this.tell({ kind: "selected", area });
  }

  private record(name: string): SheetRecord {
    this.made += 1;
    return { id: this.newId(), name, visibility: "Visible", tabColor: "", isProtected: false };
  }
}

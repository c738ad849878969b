import type { WorkbookPort } from "../../workbook/port";
import { single, type Value } from "../../sheets/formula";
import { latestLook } from "../latest-look";

/** What the cells hold that arguments are taken from, as last seen. */
export class ReferencedCells {
  private values: ReadonlyMap<string, Value | undefined> = new Map();
  private wanted: readonly string[] = [];
  private sheet = "";
  private readonly refresh: () => Promise<void>;

  /** `changed`: some of them hold something else than was known. */
  constructor(workbook: WorkbookPort | undefined, changed: () => void) {
    const read = async (): Promise<ReadonlyMap<string, Value | undefined>> => {
      const { wanted, sheet } = this;
      const values = wanted.length === 0 || !workbook ? [] : await workbook.valuesOf(wanted, sheet).catch(() => []);
      return new Map(values.map((value, i) => [wanted[i]!, value === undefined ? undefined : single(value)]));
    };
    this.refresh = latestLook(read, (seen) => {
      if (JSON.stringify([...seen]) === JSON.stringify([...this.values])) return;
      this.values = seen;
      changed();
    });
  }

  /** Whether it was told what the cells hold, or that there are none. */
  isKnown(reference: string): boolean {
    return this.values.has(reference);
  }

  /** Null for an empty cell; undefined where the workbook has no such cells, or nothing is known yet. */
  valueOf(reference: string): Value | undefined {
    return this.values.get(reference);
  }

  /** Looks at some cells, as a formula on a sheet names them. */
  look(references: readonly string[], sheet: string): Promise<void> {
    this.wanted = references;
    this.sheet = sheet;
    return this.refresh();
  }
}

import type { Standing } from "../record";
import type { WorkbookError } from "../workbook-error";
import type { FormulaPlace } from "./formulas/formula-changes";
import type { Obstacle } from "../tables/plan/obstacle";

/** What a refresh came to. */
export interface RefreshOutcome {
  /**
   * `done`: everything shows what it must, but for tables that met an obstacle. `unchanged`: nothing was touched.
   * `stopped`: the workbook stands anew and not everything shows it yet; the same refresh again, or its undoing, completes it.
   */
  readonly kind: "done" | "unchanged" | "stopped";
  readonly from: Standing;
  readonly to: Standing;
  /** How many cells show something else than before. */
  readonly cells: number;
  /** Formulas that do not show their new value yet. */
  readonly left: readonly FormulaPlace[];
  readonly tables: readonly TableOutcome[];
  /** Why it did not go to its end. */
  readonly fault: WorkbookError | "canceled" | undefined;
}

/** What became of one inserted table. */
export interface TableOutcome {
  readonly id: string;
  readonly title: string;
  /** Its first cell, with its sheet. */
  readonly address: string;
  /** Wholly as before, wholly new, or one of the two, when Excel did not say which. */
  readonly state: "old" | "new" | "unsure";
  /** How many of its cells were written. */
  readonly cells: number;
  /** Why it stays as it was. */
  readonly obstacle: Obstacle | undefined;
}

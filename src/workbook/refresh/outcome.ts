import type { WorkbookStanding } from "../record";
import type { WorkbookError } from "../workbook-error";
import type { FormulaPlace } from "./changes";

/** What a refresh came to. */
export interface RefreshOutcome {
  /**
   * `done`: everything shows what it must. `unchanged`: nothing was touched. `stopped`: the workbook stands anew and not
   * everything shows it yet; the same refresh again, or its undoing, completes it.
   */
  readonly kind: "done" | "unchanged" | "stopped";
  readonly from: WorkbookStanding;
  readonly to: WorkbookStanding;
  /** How many cells show something else than before. */
  readonly cells: number;
  /** Formulas that do not show their new value yet. */
  readonly left: readonly FormulaPlace[];
  readonly tables: readonly TableOutcome[];
  /** Why it did not go to its end. */
  readonly fault: WorkbookError | "canceled" | undefined;
}

/** What became of one inserted table: it is wholly as before or wholly new. */
export interface TableOutcome {
  readonly id: string;
  readonly title: string;
  readonly state: "old" | "new";
  /** Why it stays as it was. */
  readonly reason: string | undefined;
}

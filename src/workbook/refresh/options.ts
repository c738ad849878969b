import type { Session } from "../../functions";
import type { StandingRecord } from "../../sheets/record";
import type { TableScope } from "../../sheets/tables/find/scope";

export interface RefresherOptions {
  readonly standing: StandingRecord;
  /** The session that answers; its dataset must know every release the workbook may stand on. Switched by whoever listens to `standing`. */
  readonly session: () => Session;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly now: () => Date;
}

/** What the user wants of a refresh. */
export interface RefreshWishes {
  /** Colours every cell that changed. */
  readonly mark?: boolean;
  /** Leaves the formulas, and where the workbook stands, as they are: only tables. */
  readonly onlyTables?: boolean;
  /** The inserted tables to write anew; none by default. */
  readonly tables?: TableScope;
}

import type { DataRelease } from "../../dataset/records";
import type { ChannelState } from "../../update";
import type { DocumentStanding, Way, Standing } from "../../sheets/record";
import type { WorkbookError } from "../../sheets/workbook-error";
import type { Comparison } from "../../sheets/refresh/comparison";
import type { RefreshOutcome } from "../../sheets/refresh/outcome";

/** A step the user may take: to the newest release, to a pin, away from one, back to where the workbook stood before its last move. */
export type Move = "refresh" | "pin" | "unpin" | "back";

export interface ReleaseState {
  /** Where the workbook stands; its release is that of the session when it was never noted. */
  readonly standing: DocumentStanding & { readonly release: string; readonly date: string };
  /** The newest release that is here. */
  readonly newest: DataRelease;
  /** Where newer ones come from. */
  readonly channel: ChannelState;
  /** What is going on, and how far it is, from 0 to 1. */
  readonly busy: { readonly what: "comparing" | "moving" | "undoing" | "writing"; readonly part: number } | undefined;
  /** What the chosen move would change. */
  readonly comparison: (Comparison & { readonly move: Move }) | undefined;
  /** What the last move came to. */
  readonly outcome: RefreshOutcome | undefined;
  /** How somebody else moved the workbook since it was opened here, until every cell shows it. */
  readonly movedElsewhere: Way | undefined;
  /** Whether cells are coloured as changed. */
  readonly isMarked: boolean;
  /** Whether the last move can be taken back, as it was made here. */
  readonly canUndo: boolean;
  /** Where the workbook stood before its last move, as its log has it: the way back once it was opened again. */
  readonly earlier: Standing | undefined;
  /** Why the last thing asked for did not happen. */
  readonly fault: WorkbookError | "canceled" | undefined;
}

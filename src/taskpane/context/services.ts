import type { Session } from "../../functions";
import type { Language } from "../../query/describe";
import type { WorkbookPort } from "../../workbook/port";
import type { ReleaseControl } from "../../workbook/refresh/release-control";
import type { PaneStorage } from "./storage";

/** Everything the pane needs from outside. */
export interface PaneServices {
  /**
   * The data, ready to be asked. Called again after a rejection it tries afresh.
   * Rejects with an Error whose message is a reason for people.
   */
  session(): Promise<Session>;
  /** The open workbook; undefined outside Excel. */
  readonly workbook: WorkbookPort | undefined;
  /** Office's display language. The pane speaks it unless another was chosen in it. */
  readonly language: Language;
  /** What was chosen in the pane and is to be found again another day. */
  readonly storage: PaneStorage;
  readonly theme: HostTheme;
  /** Version of the add-in, such as `0.1.0`. */
  readonly addinVersion: string;
  /** The name a function is typed by, where it differs from its id. */
  functionName?(id: string): string;
  /** What can be done about data releases; always the same one. Missing outside Excel. */
  releases?(): Promise<ReleaseControl>;
}

/** The colours of the program around the pane. */
export interface HostTheme {
  /** Background as `#rrggbb`, from Office's theme; undefined where Office does not say: then the system's preference decides. */
  background(): string | undefined;
  /** Tells when the background or the system's preference may have changed; the result ends it. */
  onChange(listener: () => void): () => void;
}

/** What is saved: the workbook as it is now, whoever shows it. */
import type { Workbook } from "../../host/workbook-model";
import type { SetLooks } from "../../grid/set-looks";

export type Source = Pick<
  Workbook,
  "sheets" | "cells" | "merges" | "panes" | "names" | "tables" | "charts" | "settings" | "xmlParts"
> & {
  readonly looks: Pick<SetLooks, keyof SetLooks>;
};

/** A sheet by the ids that it has here and in the file. */
export interface SavedSheet {
  readonly here: string;
  readonly id: string;
  readonly part: string;
}

/** What is saved: the workbook as it is now, whoever shows it. */
import type { IStyleData } from "@univerjs/core";
import type { Workbook } from "../../host/workbook-model";
import type { SetLine } from "../../grid/set-looks";

export type Source = Pick<
  Workbook,
  "sheets" | "cells" | "merges" | "panes" | "names" | "tables" | "charts" | "settings" | "xmlParts"
> & {
  readonly looks: {
    cell(sheet: string, row: number, column: number): IStyleData;
    rows(sheet: string): ReadonlyMap<number, SetLine>;
    columns(sheet: string): ReadonlyMap<number, SetLine>;
  };
};

/** A sheet by the ids that it has here and in the file. */
export interface SavedSheet {
  readonly here: string;
  readonly id: string;
  readonly part: string;
}

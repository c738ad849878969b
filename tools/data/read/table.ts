import type { Place } from "../problem";
import type { Resource } from "./descriptor";

/** One line of a table. */
export class Row implements Place {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: Readonly<Record<string, string>>,
  ) {}

  /** The text of a cell; "" when it is empty or the table has no such column. */
  get(column: string): string {
    return this.cells[column] ?? "";
  }

  /** The elements of a cell that holds a list. */
  list(column: string, delimiter = "|"): string[] {
    return splitList(this.get(column), delimiter);
  }
}

export interface Table {
  readonly resource: Resource;
  readonly rows: readonly Row[];
}

/** The elements of a list cell; an empty cell has none. */
export function splitList(text: string, delimiter = "|"): string[] {
  return text === "" ? [] : text.split(delimiter);
}

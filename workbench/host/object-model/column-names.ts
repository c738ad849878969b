/** The names of a table's columns. */
import type { CellValue } from "../workbook-model";
import type { Area } from "../a1";
import { plainValue } from "./matrix";
import type { ObjectModel } from "./object-model";

/** Excel names every column: what is blank becomes `ColumnN`, what occurs twice gets a number. */
export function nameColumns({ workbook }: ObjectModel, area: Area): void {
  const header = { ...area, rowCount: 1 };
  const values = workbook.cells.values(header)[0]!;
  const names = columnNames(values).map((name, i) => (name === String(plainValue(values[i]!)) ? null : name));
  workbook.cells.enter(header, [names]);
}

/** Each another one. */
export function columnNames(headers: readonly CellValue[]): string[] {
  const used = new Set<string>();
  return headers.map((value, column) => {
    const wanted = String(plainValue(value)) || `Column${column + 1}`;
    let name = wanted;
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
    used.add(name.toLowerCase());
    return name;
  });
}

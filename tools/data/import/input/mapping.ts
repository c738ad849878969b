import { join } from "node:path";
import { readCsvFile, type Line } from "./csv-text";

/** A list kept as data beside an importer: rows by the words they are looked up with. */
export class Mapping {
  private readonly rows = new Map<string, Line>();

  /** @param key the columns that a row is looked up with */
  constructor(folder: string, file: string, key: readonly string[], columns: readonly string[]) {
    for (const line of readCsvFile(join(folder, file), [...key, ...columns]).lines) {
      const words = keyOf(key.map((column) => line.get(column)));
      if (this.rows.has(words)) throw new Error(`${line.where()}: the same ${key.join(", ")} as an earlier line`);
      this.rows.set(words, line);
    }
  }

  find(...words: readonly string[]): Line | undefined {
    return this.rows.get(keyOf(words));
  }

  /** What can be looked up, each as its words. */
  get entries(): readonly Line[] {
    return [...this.rows.values()];
  }
}

/** Editions differ in capitals, spaces and full stops, which tell nothing apart. */
function keyOf(words: readonly string[]): string {
  return words
    .map((word) =>
      word
        .toLowerCase()
        .replace(/[\s\u00A0]+/g, " ")
        .replace(/[ .]+$/, "")
        .trim(),
    )
    .join("\n");
}

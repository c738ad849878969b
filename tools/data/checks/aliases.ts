import { normalise } from "../../../src/query/normalise";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

/** The code lists whose words people type, with the columns that hold words besides id, labels and aliases. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  indicators: [],
  items: ["symbol", "hs"],
  areas: ["alpha2", "alpha3"],
  stages: [],
  groups: [],
  batches: [],
  holders: [],
  measures: [],
  bases: [],
  transformations: [],
  "event-types": [],
};

export const aliases: Check = {
  guarantees:
    "A word means one code in its list, for each indicator, however it is spelt; a unit means one unit down to its capitals.",
  run(subject) {
    for (const [list, columns] of Object.entries(LISTS)) {
      const words = new Words(subject);
      for (const row of subject.seeds.rows(`codes-${list}`)) {
        const written = [
          row.get("id"),
          row.get("label"),
          row.get("label_zh"),
          ...row.list("aliases"),
          ...columns.flatMap((column) => row.list(column)),
        ];
        for (const word of written) words.take(normalise(word), word, row, row.get("id"));
      }
    }
    checkScoped(subject);
    const units = new Words(subject);
    for (const row of subject.seeds.rows("codes-units")) {
      for (const word of [row.get("id"), ...row.list("aliases")])
        units.take(word.replace(/\s/g, ""), word, row, row.get("id"));
    }
  },
};

/** Words of codes/aliases.csv come before the general ones for their indicators, so among themselves they must agree. */
function checkScoped(subject: Subject): void {
  const words = new Words(subject);
  for (const row of subject.seeds.rows("codes-aliases")) {
    for (const indicator of row.list("indicators"))
      words.take(`${indicator} ${normalise(row.get("alias"))}`, row.get("alias"), row, row.get("item"));
  }
}

class Words {
  private readonly meanings = new Map<string, { readonly code: string; readonly row: Row }>();

  constructor(private readonly subject: Subject) {}

  take(key: string, word: string, row: Row, code: string): void {
    if (key === "") return;
    const known = this.meanings.get(key);
    if (known && known.code !== code)
      this.subject.report.problem(
        row,
        `"${word}" means ${code} here and ${known.code} in ${known.row.file} line ${known.row.line}`,
      );
    else this.meanings.set(key, { code, row });
  }
}

import { codesOf, keysOfCode, keysOfName, type WordList } from "../../../src/query/words/spellings";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

/** The code lists whose words people type. */
const LISTS: readonly WordList[] = [
  "indicators",
  "items",
  "areas",
  "stages",
  "groups",
  "batches",
  "holders",
  "measures",
  "bases",
  "transformations",
  "event_types",
];

export const aliases: Check = {
  guarantees:
    "A word means one code in its list, for each indicator, however it is spelt, and goods that are not held are no item; a unit means one unit down to its capitals.",
  run(subject) {
    for (const list of LISTS) {
      const words = new Words(subject);
      // Goods that are known and not held are no item: what a word means, the item or they, is said in one place.
      const others = list === "items" ? subject.seeds.rows("codes-known-goods") : [];
      for (const row of [...subject.seeds.rows(`codes-${list.replace("_", "-")}`), ...others]) {
        const [id, label, label_zh] = [row.get("id"), row.get("label"), row.get("label_zh")];
        const codes = codesOf(list, (column) => row.get(column));
        const code = { id, label, label_zh, aliases: [...row.list("aliases"), ...row.list("printed")] };
        for (const [key, word] of keysOfCode(list, code, codes)) words.take(key, word, row, id);
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
    const alias = row.get("alias");
    const indicators = row.list("indicators");
    for (const indicator of indicators.length > 0 ? indicators : [""])
      for (const key of keysOfName("items", alias)) words.take(`${indicator} ${key}`, alias, row, row.get("item"));
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

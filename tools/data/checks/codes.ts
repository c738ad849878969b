import { Decimal } from "../../../src/dataset/decimal";
import { codesOf, keysOfCode, keysOfName, WORD_LISTS } from "../../../src/query/words/spellings";
import { recipeFaults, type KnownCodes } from "../../../src/tables/recipe/validate";
import { parseFormula } from "../model/formula";
import type { Seeds } from "../model/seeds";
import type { Row } from "../read/table";
import type { Check, Subject } from "./check";

export const aliases: Check = {
  guarantees:
    "A word means one code in its list, for each indicator, however it is spelt, and goods that are not held are no item; a unit means one unit down to its capitals.",
  run(subject) {
    for (const list of WORD_LISTS) {
      if (list === "lineages") continue;
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

export const factors: Check = {
  guarantees: "What of a compound is the metal follows from its arithmetic; every content that a unit names is listed.",
  run({ seeds, report }) {
    const ids = new Set(seeds.rows("codes-factors").map((row) => row.get("id")));
    for (const row of seeds.rows("codes-factors")) {
      const [mass, metal] = [Decimal.parse(row.get("mass")), Decimal.parse(row.get("metal_mass"))];
      const share = parseFormula(row.get("arithmetic")).evaluate(new Map());
      if (metal.dividedBy(mass).compare(share) !== 0)
        report.problem(
          row,
          `arithmetic: ${row.get("arithmetic")} is not ${row.get("metal_mass")} of ${row.get("mass")}`,
        );
    }
    for (const unit of seeds.rows("codes-units")) {
      const content = unit.get("content");
      if (content !== "" && content !== "REO" && !ids.has(content))
        report.problem(unit, `content: there is no "${content}" in factors.csv`);
    }
  },
};

export const recipes: Check = {
  guarantees:
    "Every recipe in tables/ can be built: its id is the name of its file, its form is that of docs/tables.md, its words are codes.",
  run({ seeds, report }) {
    for (const [file, text] of seeds.read.texts) {
      for (const fault of faultsOf(file, text, knownTo(seeds))) report.problem({ file, line: 1 }, fault);
    }
  },
};

function faultsOf(file: string, text: string, known: KnownCodes): string[] {
  let recipe: unknown;
  try {
    recipe = JSON.parse(text);
  } catch (error) {
    return [`is not JSON: ${(error as Error).message}`];
  }
  return recipeFaults(recipe, file.replace(/^tables\/|\.json$/g, ""), known);
}

function knownTo(seeds: Seeds): KnownCodes {
  return {
    has: (list, code) => seeds.find(`codes-${list.replaceAll("_", "-")}`, code) !== undefined,
    hasSeries: (series) => seeds.find("series", series) !== undefined,
  };
}

import type { Dataset } from "../../dataset/dataset";
import { DIMENSIONS, type Code, type Series } from "../../dataset/records";
import { isHan, tokensOf } from "./tokens";

/** How much a match in a part of a series counts. */
const WEIGHTS: Readonly<Record<string, number>> = {
  item: 3,
  indicator: 2.5,
  partner: 2.5,
  reporter: 2,
  stage: 1.5,
  group: 1.5,
  batch: 1.5,
  holder: 2,
  measure: 1,
  basis: 1,
  freq: 1,
  transformation: 1,
};
const LABEL_WEIGHT = 0.5;

/** How well one of several words of a name matches, beside the whole name. */
const PART = 0.7;

const LISTS: Readonly<Record<string, string>> = {
  indicator: "indicators",
  item: "items",
  reporter: "areas",
  partner: "areas",
  stage: "stages",
  group: "groups",
  batch: "batches",
  holder: "holders",
  measure: "measures",
  basis: "bases",
  freq: "frequencies",
  transformation: "transformations",
};

/** Columns of the code lists that hold further names of a code. */
const NAME_COLUMNS = ["symbol", "hs", "alpha2", "alpha3"];

/** Something words can point at: a code in one dimension, or a label; with the series that have it. */
export interface Goal {
  readonly weight: number;
  readonly series: readonly number[];
}

export interface Posting {
  readonly target: number;
  /** 1 when the word is the whole name, less when it is part of it. */
  readonly quality: number;
}

/** Words to targets to series. A code's names are stored once, however many series have the code. */
export class SearchIndex {
  readonly targets: Goal[] = [];
  readonly postings = new Map<string, Posting[]>();
  /** Every word in order, so that words with a common beginning lie together. */
  readonly vocabulary: readonly string[];

  constructor(
    dataset: Dataset,
    readonly series: readonly Series[],
  ) {
    for (const dimension of ["indicator", ...DIMENSIONS, "freq", "transformation"] as const) {
      const codes = dataset.codes(LISTS[dimension]!);
      for (const [code, members] of groupBy(series, (one) => one[dimension])) {
        this.add(WEIGHTS[dimension]!, members, namesOf(codes.get(code), code));
        // A product is found by its metal too, further down.
        const metal = codes.get(String(codes.get(code)?.["metal"] ?? ""));
        if (metal) this.add(WEIGHTS[dimension]! * PART, members, namesOf(metal, metal.id));
      }
    }
    this.addScopedAliases(dataset);
    for (const [position, one] of series.entries()) this.add(LABEL_WEIGHT, [position], [one.label, one.label_zh]);
    this.vocabulary = [...this.postings.keys()].sort();
  }

  /** Names that mean an item for some indicators only. */
  private addScopedAliases(dataset: Dataset): void {
    const byMeaning = groupBy(this.series, ({ item, indicator }) => `${item} ${indicator}`);
    for (const row of dataset.rows("codes/aliases")) {
      const members = (row["indicators"] ?? "")
        .split("|")
        .flatMap((indicator) => byMeaning.get(`${row["item"]} ${indicator}`) ?? []);
      if (members.length > 0) this.add(WEIGHTS["item"]!, members, [row["alias"] ?? ""]);
    }
  }

  private add(weight: number, series: readonly number[], names: readonly string[]): void {
    const target = this.targets.push({ weight, series }) - 1;
    const best = new Map<string, number>();
    const note = (word: string, quality: number) => {
      if ((best.get(word) ?? 0) < quality) best.set(word, quality);
    };
    for (const name of names) {
      const tokens = tokensOf(name);
      if (tokens.length > 1) note(tokens.join(""), 1);
      const quality = tokens.length > 1 ? PART : 1;
      for (const token of tokens) {
        note(token, quality);
        if (isHan(token)) for (let start = 1; start < token.length; start++) note(token.slice(start), PART);
      }
    }
    for (const [word, quality] of best) {
      const list = this.postings.get(word);
      if (list) list.push({ target, quality });
      else this.postings.set(word, [{ target, quality }]);
    }
  }
}

function namesOf(code: Code | undefined, id: string): string[] {
  if (!code) return id === "" ? [] : [id];
  const more = NAME_COLUMNS.flatMap((column) => String(code[column] ?? "").split(/[|+]/));
  return [id, code.label, code.label_zh, ...code.aliases, ...more].filter((name) => name !== "");
}

function groupBy(series: readonly Series[], keyOf: (series: Series) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  series.forEach((one, position) => {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(position);
    else groups.set(key, [position]);
  });
  return groups;
}

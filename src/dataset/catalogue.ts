import { DIMENSIONS, type DefaultMeaning, type Series } from "./records";

/** What identifies the question a series answers: everything but who counts (`basis`) and whether the level is printed or implied. */
export type Question = Pick<
  Series,
  | "indicator"
  | "item"
  | "reporter"
  | "partner"
  | "stage"
  | "group"
  | "batch"
  | "holder"
  | "measure"
  | "freq"
  | "transformation"
>;

/** A series without a rank comes after all others. */
const LAST = 0x7fffffff;

/** The series of one data release with their ranks, and what bare words meant in it. */
export class Catalogue {
  private readonly byId = new Map<string, Series>();
  private readonly byQuestion = new Map<string, Series[]>();
  private readonly byIndicator = new Map<string, Series[]>();
  private readonly byMetal = new Map<string, Series[]>();
  private readonly meanings: ReadonlyMap<string, DefaultMeaning>;

  constructor(
    readonly series: readonly Series[],
    readonly defaults: readonly DefaultMeaning[],
    /** The metal an item is made of; the item itself for a metal. */
    readonly metalOf: (item: string) => string,
  ) {
    this.meanings = new Map(defaults.map((row) => [`${row.indicator} ${row.item}`, row]));
    for (const one of series) {
      this.byId.set(one.id, one);
      addTo(this.byQuestion, questionKey(one), one);
      addTo(this.byIndicator, one.indicator, one);
      addTo(this.byMetal, `${one.indicator} ${metalOf(one.item)}`, one);
    }
    for (const group of this.byQuestion.values())
      group.sort((a, b) => (a.rank ?? LAST) - (b.rank ?? LAST) || a.index - b.index);
  }

  seriesById(id: string): Series | undefined {
    return this.byId.get(id);
  }

  /** Series that answer the same question, best rank first. */
  seriesFor(question: Question): readonly Series[] {
    return this.byQuestion.get(questionKey(question)) ?? [];
  }

  seriesOf(indicator: string): readonly Series[] {
    return this.byIndicator.get(indicator) ?? [];
  }

  /** Series of an indicator for all goods of the metal that an item is made of. */
  seriesOfMetal(indicator: string, item: string): readonly Series[] {
    return this.byMetal.get(`${indicator} ${this.metalOf(item)}`) ?? [];
  }

  /** The measure in which an item is counted at a stage: that of the first series there. */
  measureAt(indicator: string, item: string, stage: string): string | undefined {
    const there = this.seriesOf(indicator).filter(
      (series) => series.item === item && series.stage === stage && series.rank !== undefined,
    );
    return there.sort((a, b) => a.rank! - b.rank! || a.index - b.index)[0]?.measure;
  }

  /** What a bare word means for an indicator, where that is laid down. */
  meaning(indicator: string, item: string): DefaultMeaning | undefined {
    return this.meanings.get(`${indicator} ${item}`);
  }
}

function questionKey(question: Question): string {
  const parts = DIMENSIONS.filter((dimension) => dimension !== "basis").map(
    (dimension) => question[dimension as keyof Question],
  );
  return [
    question.indicator,
    ...parts,
    question.freq,
    question.transformation === "implied" ? "level" : question.transformation,
  ].join(".");
}

function addTo(groups: Map<string, Series[]>, key: string, series: Series): void {
  const group = groups.get(key);
  if (group) group.push(series);
  else groups.set(key, [series]);
}

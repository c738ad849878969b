import type { Frequency } from "./period";
import type { DefaultMeaning, Series } from "./records";
import { remembering, rememberingOf } from "./remembering";

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

/** Always the same, so that what is worked out for it can be kept. */
const NONE: readonly Series[] = [];

/** The series that answer one question. */
export type ByFrequency = Readonly<Partial<Record<Frequency, readonly Series[]>>>;

/** Always the same, too. */
const NOTHING: ByFrequency = {};

interface Group {
  readonly series: Series[];
  byQuestion?: ReadonlyMap<string, ByFrequency>;
}

/** The series of one data release with their ranks, and what bare words meant in it. */
export class Catalogue {
  /** By indicator, then item; how the series of one pair answer questions is worked out when it is first asked for. */
  private readonly groups = new Map<string, Map<string, Group>>();
  private byId: ReadonlyMap<string, Series> | undefined;
  private byMetal: ReadonlyMap<string, readonly Series[]> | undefined;
  private readonly meanings: ReadonlyMap<string, DefaultMeaning>;

  constructor(
    readonly series: readonly Series[],
    readonly defaults: readonly DefaultMeaning[],
    /** The metal an item is made of; the item itself for a metal. */
    readonly metalOf: (item: string) => string,
  ) {
    this.meanings = new Map(defaults.map((row) => [`${row.indicator} ${row.item}`, row]));
    for (const one of series) {
      let items = this.groups.get(one.indicator);
      if (!items) this.groups.set(one.indicator, (items = new Map()));
      const group = items.get(one.item);
      if (group) group.series.push(one);
      else items.set(one.item, { series: [one] });
    }
  }

  seriesById(id: string): Series | undefined {
    this.byId ??= new Map(this.series.map((one) => [one.id, one]));
    return this.byId.get(id);
  }

  /** Series that answer the same question, best rank first. */
  seriesFor(question: Omit<Question, "freq">, freq: Frequency): readonly Series[] {
    return this.byFrequency(question)[freq] ?? NONE;
  }

  /** The same by frequency; one and the same where there are none. */
  byFrequency(question: Omit<Question, "freq">): ByFrequency {
    const group = this.groups.get(question.indicator)?.get(question.item);
    if (!group) return NOTHING;
    group.byQuestion ??= byQuestion(group.series);
    return group.byQuestion.get(questionKey(question)) ?? NOTHING;
  }

  readonly seriesOf = remembering((indicator): readonly Series[] =>
    this.series.filter((one) => one.indicator === indicator),
  );

  /** Series of an indicator for all goods of the metal that an item is made of. */
  seriesOfMetal(indicator: string, item: string): readonly Series[] {
    this.byMetal ??= grouped(this.series, (one) => `${one.indicator} ${this.metalOf(one.item)}`);
    return this.byMetal.get(`${indicator} ${this.metalOf(item)}`) ?? NONE;
  }

  /** Those of them that one reporter has with one partner, at a frequency. */
  seriesBetween(question: Question): readonly Series[] {
    return byPlaces(this.seriesOfMetal(question.indicator, question.item)).get(placesKey(question)) ?? NONE;
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

/** Spelled out, for every call asks for one. Within an indicator and an item nothing else tells questions apart. */
function questionKey(asked: Omit<Question, "freq">): string {
  const { reporter, partner, stage, group, batch, holder, measure } = asked;
  const transformation = asked.transformation === "implied" ? "level" : asked.transformation;
  return `${reporter}.${partner}.${stage}.${group}.${batch}.${holder}.${measure}.${transformation}`;
}

const byPlaces = rememberingOf((series: readonly Series[]) => grouped(series, placesKey));

function placesKey({ transformation, freq, reporter, partner }: Question): string {
  return `${transformation} ${freq} ${reporter} ${partner}`;
}

function byQuestion(series: readonly Series[]): ReadonlyMap<string, ByFrequency> {
  const ordered = [...series].sort((a, b) => (a.rank ?? LAST) - (b.rank ?? LAST) || a.index - b.index);
  const groups = new Map<string, Partial<Record<Frequency, Series[]>>>();
  for (const one of ordered) {
    const key = questionKey(one);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = {}));
    (group[one.freq] ??= []).push(one);
  }
  return groups;
}

/** Things by what they have in common, in the order in which each was first met. */
export function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

import type { Frequency } from "./period";
import type { DefaultMeaning, Series } from "./records";
import { once, remembering, rememberingBy, rememberingOf } from "./remembering";
import type { Generation, SeriesTable } from "./series-table";

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

/** Always the same, so that what is worked out for it can be kept; so is the next. */
const NONE: readonly Series[] = [];

/** The series that answer one question. */
type ByFrequency = Readonly<Partial<Record<Frequency, readonly Series[]>>>;

const NOTHING: ByFrequency = {};

/** The series of one data release with their ranks, and what bare words meant in it. */
export class Catalogue {
  private readonly meanings: ReadonlyMap<string, DefaultMeaning>;

  constructor(
    private readonly table: SeriesTable,
    /** Whether series with a lifetime count. */
    private readonly doesCount: (lifetime: Generation) => boolean,
    readonly defaults: readonly DefaultMeaning[],
    /** The metal an item is made of; the item itself for a metal. */
    readonly metalOf: (item: string) => string,
  ) {
    this.meanings = new Map(defaults.map((row) => [`${row.indicator} ${row.item}`, row]));
  }

  get series(): readonly Series[] {
    return this.all();
  }

  seriesById(id: string): Series | undefined {
    const row = this.byId().get(id);
    return row === undefined ? undefined : this.table.at(row);
  }

  /** Series that answer the same question, best rank first. */
  seriesFor(question: Omit<Question, "freq">, freq: Frequency): readonly Series[] {
    return this.byFrequency(question)[freq] ?? NONE;
  }

  /** The same by frequency; one and the same where there are none. */
  byFrequency(question: Omit<Question, "freq">): ByFrequency {
    const ofItem = this.questionsOf(question.indicator).get(question.item);
    return ofItem?.().get(questionKey(question)) ?? NOTHING;
  }

  readonly seriesOf = remembering((indicator): readonly Series[] => this.seriesAt(this.rowsOf(indicator)));

  /** Series of an indicator for all goods of the metal that an item is made of. */
  seriesOfMetal(indicator: string, item: string): readonly Series[] {
    return this.ofMetal({ indicator, metal: this.metalOf(item) });
  }

  /** Those of them that one reporter has with one partner, at a frequency. */
  seriesBetween(question: Pick<Question, "indicator" | "item"> & Places): readonly Series[] {
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

  private readonly all = once(() => this.seriesAt(this.rows()));

  private readonly rows = once(() => this.table.rowsThat(this.doesCount));

  private readonly byId = once(() => new Map(this.rows().map((row) => [this.table.ids[row]!, row])));

  private readonly rowsOf = remembering((indicator): readonly number[] =>
    this.table.rowsThat(this.doesCount, indicator),
  );

  private readonly ofMetal = rememberingBy(
    ({ indicator, metal }: { indicator: string; metal: string }) => `${indicator} ${metal}`,
    ({ indicator, metal }) =>
      this.seriesAt(this.rowsOf(indicator).filter((row) => this.metalOf(this.itemAt(row)) === metal)),
  );

  /** By item, how the series of an indicator answer questions: worked out for each when it is first asked for. */
  private readonly questionsOf = remembering((indicator) => {
    const byItem = grouped(this.rowsOf(indicator), (row) => this.itemAt(row));
    return new Map([...byItem].map(([item, rows]) => [item, once(() => byQuestion(this.seriesAt(rows)))]));
  });

  private itemAt(row: number): string {
    const { dictionary, indexes } = this.table.items;
    return dictionary[indexes[row]!]!;
  }

  private seriesAt(rows: readonly number[]): readonly Series[] {
    return rows.map((row) => this.table.at(row));
  }
}

/** Spelled out, for every call asks for one. Within an indicator and an item nothing else tells questions apart. */
function questionKey(asked: Omit<Question, "freq">): string {
  const { reporter, partner, stage, group, batch, holder, measure } = asked;
  const transformation = asked.transformation === "implied" ? "level" : asked.transformation;
  return `${reporter}.${partner}.${stage}.${group}.${batch}.${holder}.${measure}.${transformation}`;
}

const byPlaces = rememberingOf((series: readonly Series[]) => grouped(series, placesKey));

type Places = Pick<Question, "transformation" | "freq" | "reporter" | "partner">;

function placesKey({ transformation, freq, reporter, partner }: Places): string {
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

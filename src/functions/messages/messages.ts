import type { RefusalData, RefusalKind } from "../../query/refusal";
import type { Ask } from "../../query/answer/ask";

/** Turns codes and questions into words of one language; the data has the labels. */
export interface Speaker {
  subject(ask: Ask): string;
  label(list: string, id: string): string;
  /** The main word for a code of a dimension. */
  word(dimension: string, code: string): string;
  citation(source: string): string;
  /** A remark of the data in the language, where it has been put into it. */
  remark(note: string): string;
}

/** Every text a function can answer with besides data, in one language. */
export interface Messages {
  readonly refusals: { readonly [K in RefusalKind]: (data: RefusalData[K], say: Speaker) => string };
  readonly status: StatusTexts;
  readonly places: PlaceTexts;
  readonly cells: CellTexts;
  readonly controls: ControlTexts;
  readonly changes: ChangeTexts;
  readonly headers: {
    readonly rank: string;
    readonly country: string;
    readonly period: string;
    readonly value: string;
    readonly status: string;
    readonly changes: readonly string[];
    readonly calendar: readonly string[];
  };
}

/** What became of figures between two releases or days. */
export interface ChangeTexts {
  readonly reasons: Readonly<Record<"revision" | "newPeriod" | "correction", string>>;
  /** Stands in the last row where there are more than were asked for. */
  readonly more: (count: number) => string;
  readonly nothing: (since: string, item: string) => string;
  readonly first: (release: string) => string;
}

/** The pieces a status line is put together from. */
export interface StatusTexts {
  /** How a figure was put into a unit that takes more than powers of ten. */
  readonly inUnit: (unit: string, steps: string) => string;
  readonly atRate: (rate: string, period: string, citation: string) => string;
  readonly byFactor: (factor: string, arithmetic: string) => string;
  readonly published: string;
  readonly estimated: string;
  readonly forecast: string;
  readonly provisional: string;
  readonly lowReliability: string;
  readonly break: string;
  readonly derivedWord: string;
  readonly derived: (arithmetic: string) => string;
  readonly sumOfMonths: (count: number, from: string, to: string) => string;
  readonly sumOfPeriods: (count: number, from: string, to: string) => string;
  readonly meanOfPeriods: (count: number, from: string, to: string) => string;
  readonly indexOf: (first: string) => string;
  readonly onBasis: (basis: string) => string;
  readonly onlyBasis: (basis: string) => string;
  readonly severalSeries: (count: number, ids: string) => string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly approximately: string;
  readonly flag: (label: string) => string;
  readonly implied: string;
  readonly revised: (from: string, date: string) => string;
  readonly source: (citation: string) => string;
  readonly series: (id: string, rank: string) => string;
  readonly printedRate: (rate: string, citation: string) => string;
  readonly levelsGive: (rate: string) => string;
  /** `period`: that of the rate; blank when it is not known. */
  readonly rateImplies: (value: string, period: string) => string;
  readonly otherSeries: (value: string, series: string) => string;
}

/** Where in a source something stands. */
export interface PlaceTexts {
  readonly notRecorded: string;
  readonly paragraph: (number: string) => string;
  readonly table: (name: string) => string;
}

/** Short texts for cells of a spill. */
export interface CellTexts {
  /** Stands where there is nothing to say: no cell is ever empty. */
  readonly none: string;
  readonly firstVintage: string;
  readonly discrepancy: string;
  readonly noFigure: string;
  readonly span: (from: string, to: string) => string;
  readonly because: (span: string, reason: string) => string;
  readonly expected: string;
  readonly notHeldYet: string;
  readonly noneExpected: string;
}

/** The pieces a statement on an export control is put together from. */
export interface ControlTexts {
  readonly notListed: string;
  /** What a control of a type in force says, by event type; `restricted` for one that concerns one destination. */
  readonly rules: Readonly<Record<string, string>>;
  readonly restricted: string;
  readonly inForce: (rule: string, since: string) => string;
  readonly announced: (due: string) => string;
  readonly suspended: (from: string, to: string) => string;
  readonly suspensionEnded: (from: string, to: string) => string;
  readonly ended: (rule: string, from: string, until: string) => string;
  readonly towards: (text: string, area: string) => string;
  readonly by: (text: string, announcement: string) => string;
  /** A control that covers a part of what was asked about, with what it covers. */
  readonly inPart: (text: string, what: string) => string;
  /** Added when the day asked for is after the last day the data knows. */
  readonly knownUntil: (text: string, day: string) => string;
}

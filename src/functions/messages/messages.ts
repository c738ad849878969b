import type { RefusalData, RefusalKind } from "../../query/refusal";
import type { Ask } from "../../query/ask";

/** Turns codes and questions into words of one language; the data has the labels. */
export interface Speaker {
  subject(ask: Ask): string;
  label(list: string, id: string): string;
  /** The main word for a code of a dimension. */
  word(dimension: string, code: string): string;
  citation(source: string): string;
}

/** Every text a function can answer with besides data, in one language. */
export interface Messages {
  readonly refusals: { readonly [K in RefusalKind]: (data: RefusalData[K], say: Speaker) => string };
  readonly status: StatusTexts;
  readonly headers: { readonly period: string; readonly value: string; readonly status: string };
}

/** The pieces a status line is put together from. */
export interface StatusTexts {
  readonly published: string;
  readonly estimated: string;
  readonly forecast: string;
  readonly provisional: string;
  readonly lowReliability: string;
  readonly break: string;
  readonly derived: (arithmetic: string) => string;
  readonly sumOfMonths: (count: number, from: string, to: string) => string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly approximately: string;
  readonly revisedBase: string;
  readonly unverified: string;
  readonly differentDefinition: string;
  readonly implied: string;
  readonly revised: (from: string, date: string) => string;
  readonly source: (citation: string) => string;
  readonly series: (id: string, rank: string) => string;
  readonly printedRate: (rate: string, citation: string) => string;
  readonly levelsGive: (rate: string) => string;
  readonly rateImplies: (value: string) => string;
  readonly otherSeries: (value: string, series: string) => string;
}

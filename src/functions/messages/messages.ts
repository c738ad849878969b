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

/** What is said of each refusal, in one language. */
export type RefusalTexts = { readonly [K in RefusalKind]: (data: RefusalData[K], say: Speaker) => string };

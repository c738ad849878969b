import type { Ask, PartialAsk } from "../../query/answer/ask";

/** A question that is to be put as a formula: for one figure, for how it compares, or for a whole series. */
export interface Asked {
  readonly show: "value" | "growth" | "compound" | "share" | "series";
  /** Of a share: the whole. */
  readonly ask: Ask;
  /** Of a series: its first. */
  readonly period: string;
  readonly base?: string | undefined;
  /** Of a share: the country. */
  readonly part?: string | undefined;
  /** The series that answers, to be named by its id where no words lead to it. */
  readonly series?: string | undefined;
  readonly unit?: string | undefined;
  readonly asOf?: string | undefined;
}

/** One way of putting a question to a function. */
export interface Wording<Name extends string = string> {
  /** What its words will be read as; undefined where it names the series by its id. */
  readonly said: PartialAsk | undefined;
  /** The arguments by their names; unit and as-of are added where the function takes them. */
  readonly args: { readonly [N in Name]?: string | number | undefined };
}

import type { Language } from "../../query/describe";
import { isMissing } from "./plan";

/** What was or will be replaced, counted. */
export interface Tally {
  readonly formulas: number;
  /** Missing figures of tables of values. */
  readonly missing: number;
}

export function tallyOf(replaced: readonly { readonly formula: string }[]): Tally {
  const missing = replaced.filter(isMissing).length;
  return { formulas: replaced.length - missing, missing };
}

/** `5 formulas and 1 missing figure`; `count` writes a number for people. */
export function replacedWords(
  language: Language,
  { formulas, missing }: Tally,
  count: (value: number) => string = String,
): string {
  const words = {
    en: {
      formulas: formulas === 1 ? "formula" : "formulas",
      missing: missing === 1 ? "missing figure" : "missing figures",
      and: " and ",
    },
    zh: { formulas: "个公式", missing: "个缺失数值", and: "和 " },
  }[language];
  return [formulas > 0 && `${count(formulas)} ${words.formulas}`, missing > 0 && `${count(missing)} ${words.missing}`]
    .filter(Boolean)
    .join(words.and);
}

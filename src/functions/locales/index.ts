import type { Language } from "../../query/describe";
import { keyOf } from "./full-key";
import { zh } from "./zh";

/** A text of a definition (summary, paragraph, parameter, example) in a language; English texts are their own keys. */
export function translate(text: string, language: Language): string {
  return language === "zh" ? (zh[keyOf(text)] ?? text) : text;
}

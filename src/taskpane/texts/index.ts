import type { Language } from "../../query/describe";
import { en } from "./en";
import type { Texts } from "./texts";
import { zh } from "./zh";

export type { Texts } from "./texts";

const TEXTS: Readonly<Record<Language, Texts>> = { en, zh };

export function textsOf(language: Language): Texts {
  return TEXTS[language];
}

import type { Language } from "../../query/describe";
import { english, translated, type TextsOf } from ".";
import zh from "./zh.json";

/** For what has every language at hand: the metadata and the help. The pane fetches the one it speaks. */
export const TEXTS_OF: Readonly<Record<Language, TextsOf>> = { en: english, zh: translated(zh) };

import type { Language } from "../../query/describe";
import type { en } from "./en";

export type Texts = typeof en;

const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: () => import(/* webpackChunkName: "texts/en" */ "./en").then(({ en }) => en),
  zh: () => import(/* webpackChunkName: "texts/zh" */ "./zh").then(({ chinese }) => chinese()),
};

/** The texts of one language; nobody fetches the other's. */
export function loadTexts(language: Language): Promise<Texts> {
  return LOADERS[language]();
}

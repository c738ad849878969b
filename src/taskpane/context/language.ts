import type { Language } from "../../query/describe";
import type { PaneStorage } from "./storage";

/** The language of the pane: that of Office, or one chosen in the pane. */
export type LanguageChoice = Language | "office";

const NAME = "language";

/** What was chosen last; Office's language where nothing was. */
export function chosenLanguage(storage: PaneStorage): LanguageChoice {
  const kept = storage.get(NAME);
  return kept === "en" || kept === "zh" ? kept : "office";
}

export function chooseLanguage(storage: PaneStorage, choice: LanguageChoice): void {
  storage.set(NAME, choice === "office" ? undefined : choice);
}

import { viewAt } from "../../dataset/view";
import type { Session } from "../../functions";
import { readerOf } from "../../functions/answering/asking";
import type { Language } from "../../query/describe";
import { searchFor } from "../../query/search/view-search";
import { ENGLISH, type Culture } from "../../sheets/notation/culture";
import { tableDocuments } from "../../tables/recipe/recipes";
import type { Texts } from "../texts";
import { insertOptionsChoice } from "./insert-options";
import type { LanguageChoice } from "./language";
import { NumberStyle } from "./number-style";
import { seriesShelf } from "./series-shelf";
import type { PaneServices } from "./services";

/** The language of the pane and what follows from it. */
export interface Speech {
  readonly language: Language;
  readonly texts: Texts;
  /** Office's language, or which one was chosen instead. */
  readonly choice: LanguageChoice;
  /** Chooses another, at once and for good. */
  choose(choice: LanguageChoice): void;
}

/** Puts together what the views need; the user's way of writing numbers comes from Excel where it tells. */
export async function paneContext(answering: Session, services: PaneServices, speech: Speech) {
  const { workbook, storage } = services;
  const { language, texts } = speech;
  // A workbook that cannot be asked right now is no reason to do without the pane.
  const culture: Culture = (await workbook?.culture().catch(() => undefined)) ?? ENGLISH;
  const session: Session = { ...answering, language, messages: texts.messages, notation: culture };
  const view = viewAt(session.dataset, session.standing);
  return {
    /** In the pane's language. */
    session,
    reader: readerOf(view, session),
    search: searchFor(view, tableDocuments(session.dataset)),
    workbook,
    language,
    texts,
    speech,
    shelf: seriesShelf(storage),
    insertOptions: insertOptionsChoice(storage),
    culture,
    numbers: new NumberStyle(culture.name || (language === "zh" ? "zh-CN" : "en-US")),
    nameOf: (id: string) => services.functionName?.(id) ?? id,
    /** What can be done about data releases; undefined outside Excel. */
    releases: services.releases,
  };
}

/** What the views share once the data is there. */
export type PaneContext = Readonly<Awaited<ReturnType<typeof paneContext>>>;

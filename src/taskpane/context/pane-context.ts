import { viewAt } from "../../dataset/view";
import type { Session } from "../../functions";
import { readerOf } from "../../functions/answering/asking";
import type { Reader } from "../../query/answer/candidates";
import type { Language } from "../../query/describe";
import type { Search } from "../../query/search/search";
import { searchFor } from "../../query/search/view-search";
import { ENGLISH, type Culture } from "../../sheets/notation/culture";
import { tableDocuments } from "../../tables/recipe/recipes";
import type { WorkbookPort } from "../../workbook/port";
import type { Texts } from "../texts";
import { insertOptionsChoice, type InsertOptionsChoice } from "./insert-options";
import type { LanguageChoice } from "./language";
import { NumberStyle } from "./number-style";
import { seriesShelf, type SeriesShelf } from "./series-shelf";
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

/** What the views share once the data is there. */
export interface PaneContext {
  /** In the pane's language. */
  readonly session: Session;
  readonly reader: Reader;
  readonly search: Search;
  readonly workbook: WorkbookPort | undefined;
  readonly language: Language;
  readonly texts: Texts;
  readonly speech: Speech;
  readonly shelf: SeriesShelf;
  readonly insertOptions: InsertOptionsChoice;
  readonly culture: Culture;
  readonly numbers: NumberStyle;
  nameOf(id: string): string;
  /** What can be done about data releases; undefined outside Excel. */
  readonly releases: PaneServices["releases"];
}

/** Puts together what the views need; the user's way of writing numbers comes from Excel where it tells. */
export async function paneContext(answering: Session, services: PaneServices, speech: Speech): Promise<PaneContext> {
  const { workbook, storage } = services;
  const { language, texts } = speech;
  // A workbook that cannot be asked right now is no reason to do without the pane.
  const culture = (await workbook?.culture().catch(() => undefined)) ?? ENGLISH;
  const session: Session = { ...answering, language, notation: culture };
  const view = viewAt(session.dataset, session.standing);
  return {
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
    nameOf: (id) => services.functionName?.(id) ?? id,
    releases: services.releases,
  };
}

import type { Session } from "../functions";
import { readerOf } from "../functions/asking";
import type { Reader } from "../query/answer";
import type { Language } from "../query/describe";
import { createSearch, type Search } from "../query/search";
import { ENGLISH, type Culture, type WorkbookPort } from "../workbook";
import { NumberStyle } from "./figures";
import type { PaneServices } from "./services";
import { textsOf, type Texts } from "./texts";

/** What the views share once the data is there. */
export interface PaneContext {
  readonly session: Session;
  readonly reader: Reader;
  readonly search: Search;
  readonly workbook: WorkbookPort | undefined;
  readonly language: Language;
  readonly texts: Texts;
  readonly culture: Culture;
  readonly numbers: NumberStyle;
  nameOf(id: string): string;
  /** What can be done about data releases; undefined outside Excel. */
  readonly releases: PaneServices["releases"];
}

/** Puts together what the views need; the user's way of writing numbers comes from Excel where it tells. */
export async function paneContext(session: Session, services: PaneServices): Promise<PaneContext> {
  const { workbook, language } = services;
  const view = session.dataset.view(session.standing);
  // A workbook that cannot be asked right now is no reason to do without the pane.
  const culture = (await workbook?.culture().catch(() => undefined)) ?? ENGLISH;
  return {
    session,
    reader: readerOf(view, session),
    search: createSearch(session.dataset, view.catalogue.series),
    workbook,
    language,
    texts: textsOf(language),
    culture,
    numbers: new NumberStyle(culture.name || (language === "zh" ? "zh-CN" : "en-US")),
    nameOf: (id) => services.functionName?.(id) ?? id,
    releases: services.releases,
  };
}

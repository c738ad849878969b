import type { Session } from "../../functions";
import { locatorWords } from "../../functions/answering/source-facts";
import { printed } from "../../functions/answering/arithmetic";
import { askOfSeries } from "../../query/answer/ask";
import { fullCitation, licenseeOf, shortCitation, termsText } from "../../query/citation";
import { describe } from "../../query/describe";
import { separators, stateOfFigure } from "../audit/words";
import { viewOf } from "../audit/view";
import { momentText } from "../own-sheet/moment";
import type { SheetCell, SheetColumn, SheetContent } from "../own-sheet/content";
import { addressOf, type Place } from "../notation/place";
import { sourcesTexts } from "./texts";
import { isEvent, type SourceUse, type TakenFact } from "./uses";

const SOURCE_WIDTHS = [30, 60, 24, 24, 36, 16, 40];

/** The Sources sheet: the documents with what the law and the reader want to know, then every figure taken from them. */
export function sourcesContent(session: Session, uses: readonly SourceUse[], now: Date): SheetContent {
  const texts = sourcesTexts[session.language];
  const { release, at } = viewOf(session);
  const licensees = new Set(uses.flatMap(({ source }) => licenseeOf(session.dataset, source) ?? []));
  const columns = (headers: readonly string[]): SheetColumn[] =>
    headers.map((header, i) => ({ header, width: SOURCE_WIDTHS[i]! }));
  return {
    title: texts.title,
    lines: [
      texts.release(release.id, release.date, at.day),
      ...(licensees.size > 0 ? [texts.licensed([...licensees].join(", "))] : []),
      texts.written(momentText(now), session.addinVersion),
    ],
    tables: [
      { columns: columns(texts.sources), rows: uses.map((use) => sourceRow(session, use)) },
      {
        heading: texts.factsHeading,
        columns: columns(texts.facts),
        rows: uses.flatMap((use) => use.facts.map((taken) => factRow(session, use, taken))),
      },
    ],
  };
}

function sourceRow({ dataset, language }: Session, { source, releases, facts }: SourceUse): SheetCell[] {
  return [
    shortCitation(source),
    fullCitation(source),
    termsText(dataset, source, language),
    releases.join(", "),
    source.url,
    facts.length,
    cellsText(facts.flatMap(({ places }) => places)),
  ];
}

function factRow(session: Session, { source }: SourceUse, { fact, places }: TakenFact): SheetCell[] {
  const { dataset, language } = session;
  const where = fact.locator === "text" ? sourcesTexts[language].inText : locatorWords(session, fact.locator);
  const cells = cellsText(places);
  if (isEvent(fact))
    return [
      shortCitation(source),
      (language === "zh" && fact.summary_zh) || fact.summary,
      fact.date,
      where,
      "",
      fact.published || source.published,
      cells,
    ];
  const what = [describe(dataset, askOfSeries(fact.series), language), fact.period].join(separators(session).comma);
  return [
    shortCitation(source),
    what,
    printed(fact),
    where,
    stateOfFigure(session, fact),
    fact.published || source.published,
    cells,
  ];
}

/** More cells than this are counted, not listed. */
const MOST_CELLS = 40;

function cellsText(places: readonly Place[]): string {
  const addresses = [...new Set(places.map(addressOf))];
  return addresses.length <= MOST_CELLS
    ? addresses.join(", ")
    : `${addresses.slice(0, MOST_CELLS).join(", ")} … (${addresses.length})`;
}

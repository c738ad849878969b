import type { Frequency } from "../../dataset/period";
import type { Series } from "../../dataset/records";
import type { View } from "../../dataset/view";
import { askOfSeries, dimensionsOf, questionOf, type Ask } from "../../query/answer/ask";
import { coverageOf, type Gap } from "../../query/answer/coverage";
import { describeGoods } from "../../query/describe";
import { periodCell } from "../../query/period/period";
import { indicatorOf, type Phrase } from "../../query/words/phrase";
import { refuse } from "../../query/refusal";
import { readerOf } from "../answering/asking";
import type { Block } from "../cells";
import { define } from "../definition";
import { messagesOf } from "../messages";
import { indicator, itemWord } from "../reading/parameters";
import { standingView, type Session } from "../session";

export const COVERAGE = define({
  id: "METALS.COVERAGE",
  summary:
    "Spills what there is of an indicator: item, country, first and last period, and the gaps with their reasons. One row for each question, basis and frequency.",
  parameters: {
    indicator,
    item: { ...itemWord, default: "all items" },
  },
  spills: true,
  isWhole: () => true,
  examples: [
    { formula: '=METALS.COVERAGE("imports","copper")', says: "Which copper imports there are" },
    {
      formula: '=METALS.COVERAGE("quota mining")',
      says: "The rare-earth mining quotas, and since when they are confidential",
    },
  ],
  method({ indicator, item }, session) {
    const view = standingView(session);
    const reader = readerOf(view, session);
    const { none } = messagesOf(session).cells;
    const rows = questionsOf(seriesOf(session, view, indicator, item), "series" in indicator).map(
      ([ask, freq]): Block[number] => {
        const { first, last, gaps } = coverageOf(reader, ask, freq);
        return [
          describeGoods(session.dataset, ask, session.language),
          placeOf(session, ask) || none,
          cellOf(first, none),
          cellOf(last, none),
          gaps.map((gap) => gapText(session, gap)).join("; ") || none,
        ];
      },
    );
    return rows.length > 0 ? rows : refuse("nothing", { what: nameOf(session, indicator, item) });
  },
});

/** The series that answer by default and are what the phrase names. */
function seriesOf(session: Session, view: View, phrase: Phrase, item: string | undefined): readonly Series[] {
  if ("series" in phrase) return view.catalogue.series.filter(({ id }) => id === phrase.series.id);
  const { indicator, transformation, ...named } = phrase.ask;
  const usual = String(session.dataset.codes("indicators").get(indicator)?.["transformation"] ?? "");
  const wanted = Object.entries({
    ...named,
    ...(item ? { item } : {}),
    transformation: transformation ?? (usual || "level"),
  });
  return view.catalogue.seriesOf(indicator).filter((series) => {
    const ask = askOf(series);
    const fits = wanted.every(([dimension, code]) => code === undefined || ask[dimension as keyof Ask] === code);
    return fits && series.rank !== undefined;
  });
}

/** What a series answers: a level that a rate implies is one of the levels of the question. */
function askOf(series: Series): Ask {
  const ask = questionOf(series);
  return ask.transformation === "implied" ? { ...ask, transformation: "level" } : ask;
}

/** The questions that some series answer, each once, on one basis and of one frequency. A series named by its id answers for itself. */
function questionsOf(series: readonly Series[], named: boolean): (readonly [Ask, Frequency])[] {
  const asks = series.map((one) => [named ? askOfSeries(one) : askOf(one), one.freq] as const);
  return [...new Map(asks.map((question) => [JSON.stringify(question), question])).values()];
}

function nameOf({ words }: Session, phrase: Phrase, item: string | undefined): string {
  return [words.mainWord("indicators", indicatorOf(phrase)), item && words.mainWord("items", item)]
    .filter(Boolean)
    .join(", ");
}

function placeOf({ dataset, language }: Session, { indicator, partner, reporter }: Ask): string {
  const takesPartner = dimensionsOf(dataset, indicator).includes("partner");
  return dataset.label("areas", takesPartner ? partner : reporter, language);
}

function cellOf(period: string | undefined, none: string): string | number {
  return period === undefined ? none : periodCell(period);
}

function gapText(session: Session, { from, to, reason }: Gap): string {
  const { noFigure, span, because } = messagesOf(session).cells;
  return because(span(from, to), reason ? session.dataset.label("reasons", reason, session.language) : noFigure);
}

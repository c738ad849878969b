import type { Series } from "../../../dataset/records";
import { shortStatus } from "../../../functions/answering/status";
import type { Answer } from "../../../query/answer/answer";
import { shortCitation, sourceOf } from "../../../query/citation";
import { printedEvidence } from "../../../query/evidence";
import type { Unit } from "../../../query/units/units";
import type { PaneContext } from "../../context/pane-context";
import type { OpenSeries } from "../../context/section";
import { linkButton } from "../../widgets/buttons";
import { h } from "../../widgets/dom";
import { figureText } from "../../words/figures";
import { rivalsOf, type Comparison } from "./rivals";
import type { SeriesModel } from "../../words/series-model";
import type { Figure } from "../../words/points";
import { factList, namedTable } from "../../widgets/lists";

/** Every source's answer to the question of a series, side by side, and how each counts; undefined where there is one only. */
export function answersCard(
  context: PaneContext,
  { series, unit }: SeriesModel,
  { period, answer }: Figure,
  open: OpenSeries,
): HTMLElement | undefined {
  const { texts, reader, session } = context;
  const shown = answer.observation?.series ?? series;
  const rivals = rivalsOf(reader, shown, answer);
  if (rivals.length === 0) return undefined;
  const words = texts.answers;
  const row = (who: Node, of: Answer, difference: string) =>
    h(
      "tr",
      h("th", { scope: "row" }, who, h("span.quiet", citationOf(context, of))),
      h(
        "td.number",
        figureText(context, of, unitFor(context, of, unit)),
        of.period !== period && h("span.quiet", of.period),
      ),
      h("td", difference, h("span.quiet", shortStatus(session, of))),
    );
  const heads = [words.source, words.figure, words.difference];
  const rows = rivals.map(({ series: other, answer: of, comparison }) => {
    const link = linkButton(nameOf(context, other, series), () => open(other, of.period));
    return row(link, of, differenceWords(context, comparison));
  });
  const own = row(h("strong", basisOf(context, series)), answer, words.shown);
  return h(
    "section.card.answers",
    h("h2", words.title(period)),
    h("div.answers-scroll", namedTable("vintages", words.title(period), heads, [1], [own, ...rows])),
    methods(context, [series, ...rivals.map((rival) => rival.series)]),
  );
}

/** The unit the chosen series is shown in, where the other figure is of its kind; else its own. */
function unitFor({ session }: PaneContext, { observation, unit }: Answer, shown: Unit): Unit {
  const own = session.units.get(observation?.unit ?? unit);
  return own.kind === shown.kind ? shown : own;
}

function basisOf({ session, language }: PaneContext, { basis }: Series): string {
  return session.dataset.label("bases", basis, language);
}

/** Who counts; what kind of figure it is where the same ones count. */
function nameOf(context: PaneContext, other: Series, beside: Series): string {
  const { session, language, texts } = context;
  const kind =
    other.transformation === beside.transformation
      ? ""
      : session.dataset.label("transformations", other.transformation, language);
  return [basisOf(context, other), kind].filter((text) => text !== "").join(texts.comma);
}

function citationOf({ session, reader, texts }: PaneContext, { observation }: Answer): string {
  const printed = observation ? printedEvidence(reader.view, [observation]) : [];
  return (
    [...new Set(printed.map(({ source }) => shortCitation(sourceOf(session.dataset, source))))].join("; ") ||
    texts.source.computed
  );
}

function differenceWords({ texts, numbers }: PaneContext, comparison: Comparison): string {
  const words = texts.answers;
  if (comparison.kind !== "differs") return words.kinds[comparison.kind];
  const percent = Math.abs(comparison.by) * 100;
  return (comparison.by > 0 ? words.higher : words.lower)(numbers.rate(percent));
}

/** What each of them counts, where they do not all count the same. */
function methods(context: PaneContext, all: readonly Series[]): HTMLElement | undefined {
  const { session, language, texts } = context;
  const told = new Map(all.map((one) => [one.definition, one]));
  if (told.size < 2) return undefined;
  const facts = [...told].map(([id, one]) => {
    const definition = session.dataset.definitions.get(id);
    return [basisOf(context, one), (language === "zh" && definition?.text_zh) || (definition?.text ?? "")] as const;
  });
  return h("details.methods", h("summary", { tabindex: 0 }, texts.answers.methods), factList(...facts));
}

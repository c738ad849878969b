import type { Observation } from "../../../dataset/records";
import { printed } from "../../../functions/answering/arithmetic";
import { evidence, type Answer } from "../../../query/answer/answer";
import { shortCitation, sourceOf } from "../../../query/citation";
import type { PaneContext } from "../../context/pane-context";
import type { OpenSeries } from "../../context/section";
import { copyButton, linkButton } from "../../widgets/buttons";
import { h } from "../../widgets/dom";
import { externalLink, licenceOf } from "../../widgets/external-link";
import { factList, namedTable } from "../../widgets/lists";
import type { Figure } from "../../words/points";
import { seriesWords } from "../../words/series-words";
import { sourceWords } from "../../words/source-words";

/** Where a figure comes from: its documents, or the figures it was computed from with theirs; notes and other vintages. */
export function sourceCard(context: PaneContext, { period, answer, status }: Figure, open: OpenSeries): HTMLElement {
  const { texts, session } = context;
  const { observation } = answer;
  const note = session.dataset.remark(observation?.note ?? "", session.language);
  const title = h("h2", texts.source.title(period));
  if (!observation) return h("section.card.source-card", title, h("p", status), termsList(context, answer, open));
  return h(
    "section.card.source-card",
    title,
    observation.source === "" ? computed(context, observation, open) : documentBlock(context, observation, status),
    note !== "" && h("p.note", note),
    vintages(context, observation),
  );
}

function documentBlock(context: PaneContext, observation: Observation, status: string): HTMLElement {
  const { texts, session } = context;
  const words = sourceWords(context, observation);
  const copy = copyButton(texts.source.copyCitation, words.fullCitation);
  const also = observation.also.map(({ source }) => shortCitation(sourceOf(session.dataset, source)));
  return h(
    "div",
    h("p.citation", words.citation),
    factList(
      [texts.series.status, status],
      [texts.source.where, words.where],
      [texts.source.licence, licenceOf(context, words)],
      [texts.source.also, [...new Set(also)].join("; ")],
    ),
    h("p.actions", words.url !== "" && externalLink(context, words.url, texts.source.open, true), copy),
  );
}

/** The formula of a derived figure and each figure it was computed from. */
function computed(context: PaneContext, { formula, inputs }: Observation, open: OpenSeries): HTMLElement {
  const { session, reader, texts } = context;
  const rows = inputs.map(({ name, series: id, period }) => {
    const series = session.dataset.seriesById(id);
    const input = series && reader.view.observation(series, period);
    return input ? inputRow(context, `${name} = ${printed(input)} `, input, open) : h("li", `${name} = ${id}`);
  });
  return h("div", h("p", `${texts.source.computed}: `, h("code", formula)), h("ul.inputs", ...rows));
}

/** The figures that an answer was computed from when it was asked for. */
function termsList(context: PaneContext, answer: Answer, open: OpenSeries): HTMLElement {
  const rows = evidence(answer).map((term) => inputRow(context, `${printed(term)} `, term, open));
  return h("ul.inputs", ...rows);
}

function inputRow(
  { session, language }: PaneContext,
  lead: string,
  { series, period, source }: Observation,
  open: OpenSeries,
): HTMLElement {
  const title = `${seriesWords(session.dataset, series, language).title}, ${period}`;
  const link = linkButton(title, () => open(series, period));
  const cited = source === "" ? undefined : shortCitation(sourceOf(session.dataset, source));
  return h("li", lead, link, cited && h("span.quiet", cited));
}

/** Every print of a figure that was printed more than once, newest first, and what each one changed. */
function vintages(context: PaneContext, { series, period }: Observation): HTMLElement | undefined {
  const { reader, texts, session } = context;
  const all = reader.view.vintages(series, period);
  if (all.length < 2) return undefined;
  const rows = all.map((vintage, i) =>
    h(
      "tr",
      h("td", vintage.published || vintage.known),
      h("td.number", printed(vintage)),
      h("td.number", changeWords(context, all[i - 1], vintage)),
      h("td", vintage.source === "" ? texts.source.computed : shortCitation(sourceOf(session.dataset, vintage.source))),
    ),
  );
  const heads = [texts.source.published, texts.series.value, texts.source.change, texts.answers.source];
  const title = texts.source.vintages;
  return h("div", h("h3", title), namedTable("vintages", title, heads, [1, 2], rows.reverse()));
}

/** By how much a print differs from the one before; nothing for the first. */
function changeWords(
  { reader, numbers, texts }: PaneContext,
  before: Observation | undefined,
  vintage: Observation,
): string {
  if (!before) return "";
  const { units } = reader;
  if (units.get(before.unit).kind !== units.get(vintage.unit).kind) return texts.answers.kinds.otherUnit;
  const [from, to] = [before, vintage].map((one) => units.baseValue(one).toNumber()) as [number, number];
  if (from === to) return texts.answers.kinds.same;
  return from === 0
    ? texts.answers.kinds.zero
    : `${to > from ? "+" : "−"}${numbers.rate(Math.abs((to - from) / from) * 100)}`;
}

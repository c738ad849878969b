import type { Observation, Series, Source } from "../../dataset/records";
import { printed } from "../../functions/answering/status";
import { addressOf, type Place } from "../../sheets/notation/place";
import type { PaneContext } from "../context/pane-context";
import type { OpenSeries, SectionHost } from "../context/section";
import { faultNotice } from "../insert/notice";
import { backButton, copyButton, linkButton } from "../widgets/buttons";
import { fill, h } from "../widgets/dom";
import { externalLink, licenceOf } from "../widgets/external-link";
import { factList, growingStop } from "../widgets/lists";
import { seriesWords } from "../words/series-words";
import { sourceWords, type SourceWords } from "../words/source-words";

export interface SourceListener extends Pick<SectionHost, "openSeries"> {
  back(): void;
  open(source: Source): void;
}

/** One document: its citation to copy, licence, other editions, every figure it gives, and where this workbook uses it. */
export function sourceView(context: PaneContext, source: Source, series: readonly Series[], listener: SourceListener) {
  const { texts } = context;
  const words = sourceWords(context, { source: source.id, locator: "" });
  const heading = h("h1", { tabindex: -1 }, source.title);
  const back = backButton(texts.sources.all, listener.back);
  const content = h(
    "div.series-content",
    h("div.back-row", back),
    heading,
    h("p.citation", words.citation),
    factList(
      [texts.source.published, source.published],
      [texts.sources.read, source.accessed],
      [texts.source.licence, licenceOf(context, words)],
      [texts.source.note, source.note],
    ),
    actionsOf(context, words),
    cellsPart(context, source),
    editionsPart(context, source, listener.open),
    figuresPart(context, source, series, listener.openSeries),
  );
  const element = h("section.view.series-view", { "aria-label": source.title }, content);
  return { element, source, focus: () => heading.focus() };
}

export type SourceView = ReturnType<typeof sourceView>;

function actionsOf(context: PaneContext, { url, fullCitation }: SourceWords): HTMLElement {
  const { source } = context.texts;
  const copy = copyButton(source.copyCitation, fullCitation);
  return h("p.actions", url !== "" && externalLink(context, url, source.open, true), copy);
}

/** Where this workbook uses it, looked for when that is asked. */
function cellsPart({ texts, session, workbook }: PaneContext, { id }: Source): HTMLElement | undefined {
  if (!workbook) return undefined;
  const found = h("div", { role: "status" });
  const go = async (place: Place) => (await import("../../workbook/audit/jump")).jumpTo(place);
  const link = (place: Place) => linkButton(addressOf(place), () => go(place));
  const look = async () => {
    try {
      const { auditWorkbook } = await import(/* webpackChunkName: "views/workbook" */ "../../workbook/audit/audit");
      const { entries } = await auditWorkbook(session);
      const places = entries.filter(({ sources }) => sources.includes(id)).map(({ place }) => place);
      if (places.length === 0) return fill(found, h("p.quiet", texts.sources.noCells));
      fill(found, h("ul", ...places.map((place) => h("li", link(place)))));
    } catch (error) {
      fill(found, h("p.quiet", faultNotice(texts, error).text));
    }
  };
  return h("section.card", h("div", linkButton(texts.sources.cells, look)), found);
}

/** Documents of the same publisher whose titles differ in their years only, the newest first. */
function editionsPart(
  { reader, texts }: PaneContext,
  source: Source,
  open: (source: Source) => void,
): HTMLElement | undefined {
  const family = (one: Source) => `${one.publisher}|${one.title.replace(/\d+/g, "")}`;
  const others = reader.view.sources().filter((one) => one !== source && family(one) === family(source));
  if (others.length === 0) return undefined;
  const item = (one: Source) => {
    const title = [one.title, one.published].filter((text) => text !== "").join(texts.comma);
    return h(
      "li",
      linkButton(title, () => open(one)),
    );
  };
  const newestFirst = [...others].sort((a, b) => (a.published < b.published ? 1 : -1));
  return h("section.card", h("h2", texts.sources.editions), h("ul", ...newestFirst.map(item)));
}

/** Every figure it gives, a row each, made as they come into sight. */
function figuresPart(
  { reader, session, language, texts, numbers }: PaneContext,
  { id }: Source,
  series: readonly Series[],
  open: OpenSeries,
): HTMLElement | undefined {
  const figures = series.flatMap((one) =>
    reader.view
      .periods(one)
      .flatMap((period) => reader.view.vintages(one, period).filter(({ source }) => source === id)),
  );
  if (figures.length === 0) return undefined;
  const title = texts.sources.figures(numbers.count(figures.length));
  const list = h("ul.series-list", { "aria-label": title });
  const row = (figure: Observation) =>
    h(
      "button.series-row",
      { type: "button", onclick: () => open(figure.series, figure.period) },
      h("span.series-row-title", seriesWords(session.dataset, figure.series, language).title),
      h("span.series-row-meta", seriesWords(session.dataset, figure.series, language).details.join(" · ")),
      h("span.series-row-figure", printed(figure)),
      h("span.series-row-period", figure.period),
    );
  const rows = growingStop<Observation>(list, (figure) => list.append(h("li", row(figure))));
  rows.show(figures);
  return h("section.card.source-figures", h("h2", title), ...rows.elements);
}

import type { Definition } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";
import { linkButton } from "../widgets/buttons";
import { h } from "../widgets/dom";
import { unitText } from "../words/figures";
import { joined, seriesWords } from "../words/series-words";
import type { SeriesModel } from "../words/series-model";
import { factList } from "../widgets/lists";

/** A definition longer than this is folded to its first lines. */
const FOLDED_FROM = 140;

/** What the series is: title, area, frequency and unit. */
export function seriesHead(context: PaneContext, { series, unit }: SeriesModel) {
  const { session, language, texts } = context;
  const { title, details } = seriesWords(session.dataset, series, language);
  const heading = h("h1", { tabindex: -1 }, title);
  const meta = joined([
    ...details,
    texts.series.frequencies[series.freq],
    unitText(session.dataset, unit.id, language),
  ]);
  return {
    element: h("div.series-head", heading, h("p.quiet", meta)),
    focus: () => heading.focus(),
  };
}

/** What is counted, with HS headings. */
export function definitionPart(context: PaneContext, { series }: SeriesModel): HTMLElement | undefined {
  const definition = context.session.dataset.definitions.get(series.definition);
  return (
    definition && h("section.card", h("h2", context.texts.series.definition), definitionBlock(context, definition))
  );
}

function definitionBlock({ language, texts }: PaneContext, definition: Definition): HTMLElement {
  const text = (language === "zh" && definition.text_zh) || definition.text;
  const codes = definition.hs.replaceAll("|", ", ");
  const isNamed = codes === "" || text.includes(codes);
  const paragraph = h(
    "p.definition",
    text,
    !isNamed && ` ${texts.series.hs(codes, definition.hs_edition.replaceAll("|", ", "))}`,
  );
  if (text.length <= FOLDED_FROM) return paragraph;
  paragraph.classList.add("is-folded");
  const fold = () => {
    const folded = paragraph.classList.toggle("is-folded");
    more.textContent = folded ? texts.series.more : texts.series.less;
    more.setAttribute("aria-expanded", String(!folded));
  };
  const more = linkButton(texts.series.more, fold, { "aria-expanded": "false" });
  return h("div", paragraph, more);
}

/** Id and notes, for those who look for them. */
export function aboutSeries({ session, texts }: PaneContext, { series }: SeriesModel): HTMLElement {
  const { dataset, language } = session;
  const notes = [series.note, dataset.definitions.get(series.definition)?.note ?? ""].map((note) =>
    dataset.remark(note, language),
  );
  return h(
    "details.card.about",
    h("summary", { tabindex: 0 }, texts.series.about),
    factList(
      [texts.series.id, h("code", series.id)],
      ...notes.map((note) => [texts.series.definitionNote, note] as const),
    ),
  );
}

import type { Series } from "../../dataset/records";
import { wordFor } from "../../functions/calls/say";
import type { Hit, OtherHit, QuestionHit } from "../../query/search/search";
import { recipesOf } from "../../tables";
import type { PaneContext } from "../context/pane-context";
import type { OpenSeries, SectionHost } from "../context/section";
import { helpPage } from "./help/pages";
import { pinByKey, seriesRow } from "../series/series-row";
import { h } from "../widgets/dom";
import { iconOf, type IconName } from "../widgets/icons";
import { containsWords } from "../widgets/filter-bar";
import { eventSummary, eventWords } from "../words/event-words";
import { seriesWords } from "../words/series-words";
import { sourceWords } from "../words/source-words";

export type HitHost = Pick<SectionHost, "openSeries" | "openSection">;

/** What was found as one row of the list: a button, and beside it the choice of its forms where it has several. */
export function hitRow(context: PaneContext, hit: Hit, text: string, host: HitHost): HTMLElement[] {
  if (hit.kind === "question") return questionRow(context, hit, host.openSeries);
  return [otherRow(otherWords(context, hit, text), host)];
}

/** Does what a click on the row of a hit does. */
export function openHit(context: PaneContext, hit: Hit, text: string, host: HitHost): void {
  if (hit.kind === "question") host.openSeries(hit.best.series, hit.best.period);
  else otherWords(context, hit, text).open(host);
}

/** A question as the form of it that fits best; another one takes its place when it is chosen, with the arrow keys too. */
function questionRow(context: PaneContext, { best, variants }: QuestionHit, open: OpenSeries): HTMLElement[] {
  const forms = [best.series, ...variants];
  let shown = best.series;
  const opened = (series: Series) => open(series, series === best.series ? best.period : undefined);
  const row = seriesRow(context, shown, () => opened(shown), best.period);
  row.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && forms.length > 1) put((forms.indexOf(shown) + step + forms.length) % forms.length);
    else if (!pinByKey(context, shown, event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  if (forms.length === 1) return [row];
  const label = context.texts.find.forms;
  const choice = h(
    "select.facet.forms",
    { tabindex: -1, "aria-label": label, title: label },
    ...forms.map((form, i) => h("option", { value: i }, formText(context, form))),
  );
  const put = (index: number) => {
    shown = forms[index]!;
    choice.selectedIndex = index;
    const other = seriesRow(context, shown, opened, shown === best.series ? best.period : undefined);
    row.dataset["series"] = shown.id;
    row.replaceChildren(...other.childNodes);
  };
  choice.addEventListener("change", () => put(choice.selectedIndex));
  return [row, choice];
}

/** In what a form of a question is a form: who counts, what is measured, how often. */
function formText({ session, language, texts }: PaneContext, series: Series): string {
  const details = seriesWords(session.dataset, series, language).details.slice(1);
  return [...details, texts.series.frequencies[series.freq]].join(texts.comma);
}

function otherRow({ icon, title, meta, open }: OtherWords, host: HitHost): HTMLElement {
  return h(
    "button.series-row.other-row",
    { type: "button", onclick: () => open(host) },
    iconOf(icon),
    h("span.series-row-title", title),
    h("span.series-row-meta", meta),
  );
}

interface OtherWords {
  readonly icon: IconName;
  readonly title: string;
  readonly meta: string;
  open(host: HitHost): void;
}

/** `text`: what was searched for. */
function otherWords(context: PaneContext, hit: OtherHit, text: string): OtherWords {
  const { session, language, texts } = context;
  const { dataset } = session;
  switch (hit.kind) {
    case "events":
      return eventsWords(context, hit, text);
    case "source": {
      const { citation } = sourceWords(context, { source: hit.source.id, locator: "" });
      const open: OtherWords["open"] = ({ openSection }) => openSection("sources", { source: hit.source.id });
      return { icon: "open", title: hit.source.title, meta: citation, open };
    }
    case "computed":
      return computedWords(context, hit);
    case "help":
      return helpWords(context, hit);
    case "table": {
      const recipe = recipesOf(dataset).find(({ id }) => id === hit.id);
      return {
        icon: "table",
        title: (recipe && (language === "zh" ? recipe.name_zh : recipe.name)) ?? hit.id,
        meta: texts.tables.title,
        open: ({ openSection }) => openSection("tables", { recipe: hit.id }),
      };
    }
  }
}

/** Events open filtered by the words where each of them has all, else by their type and what all of them are about. */
function eventsWords(
  context: PaneContext,
  { type, events }: Extract<OtherHit, { kind: "events" }>,
  text: string,
): OtherWords {
  const { session, language, texts, numbers } = context;
  const [first] = events;
  const hasWords = events.every((event) => containsWords(text, eventWords(context, event)));
  const item = first!.items.find((one) => events.every(({ items }) => items.includes(one))) ?? "";
  const state = hasWords ? { type: "", item: "", state: "", text } : { type, item, state: "", text: "" };
  const label = session.dataset.label("event_types", type, language);
  return {
    icon: "calendar",
    title: `${label}${texts.comma}${texts.events.found(numbers.count(events.length))}`,
    meta: `${first!.date} ${eventSummary(first!, language)}`,
    open: ({ openSection }) => openSection("events", state),
  };
}

/** A function opens in its fields, with its guide below; a place of the pane opens itself. */
function helpWords(context: PaneContext, { id }: Extract<OtherHit, { kind: "help" }>): OtherWords {
  const { title, says, isPlace } = helpPage(context, id);
  return {
    icon: "forward",
    title,
    meta: says,
    open: ({ openSection }) =>
      isPlace ? openSection(id, undefined) : openSection("builder", { search: "", id, texts: {} }),
  };
}

/** A figure that a function computes: it opens in the fields of that function. */
function computedWords(
  { session, reader, language, texts }: PaneContext,
  { how, series }: Extract<OtherHit, { kind: "computed" }>,
): OtherWords {
  const id = { share: "METALS.SHARE", growth: "METALS.GROWTH" }[how];
  const given = {
    indicator: wordFor(session, "indicators", series.indicator),
    item: wordFor(session, "items", series.item, series.indicator),
    period: reader.view.periods(series).at(-1) ?? "",
    ...(how === "share" && series.partner !== "wld" && { part: wordFor(session, "areas", series.partner) }),
  };
  return {
    icon: "chart",
    title: `${texts.find.computed[how]}${texts.comma}${seriesWords(session.dataset, series, language).title}`,
    meta: id,
    open: ({ openSection }) => openSection("builder", { search: "", id, texts: given }),
  };
}

import { FREQUENCIES } from "../../dataset/period";
import type { Catalogue } from "../../dataset/catalogue";
import type { Series } from "../../dataset/records";
import { keep, rememberingOf } from "../../dataset/remembering";
import type { View } from "../../dataset/view";
import type { Answer } from "../../query/answer/answer";
import { askOfSeries, completeAsk, dimensionsOf, questionOf, type Ask, type PartialAsk } from "../../query/answer/ask";
import type { Reader } from "../../query/answer/candidates";
import { resolved } from "../../query/answer/compute";
import { conversion, convertible } from "../../query/units/conversion";
import { describe } from "../../query/describe";
import type { Phrase } from "../../query/words/phrase";
import { Refusal, refuse } from "../../query/refusal";
import type { Unit } from "../../query/units/units";
import type { Session } from "../session";

/** A view with the units to read it in. */
export function readerOf(view: View, session: Session): Reader {
  return { view, units: session.units };
}

/**
 * The question behind an indicator phrase, an item and a country. A trade indicator is China's, so there the country
 * is the partner; elsewhere it is the reporter. Refuses when the item is missing, or when an argument contradicts
 * what the phrase itself names.
 */
export function askOf(session: Session, view: View, phrase: Phrase, item: string | undefined, country?: string): Ask {
  if ("series" in phrase) return askOfNamedSeries(session, view, phrase.series, item, country);
  const asks = ofPhrase(view.catalogue)(phrase);
  const key = `${item}|${country}`;
  return asks.get(key) ?? keep(asks, key, completed(session, view, phrase.ask, item, country));
}

/** Every row of a column has the same phrase. */
const ofPhrase = rememberingOf((_: Catalogue) => rememberingOf((_phrase: Phrase) => new Map<string, Ask>()));

function completed(
  session: Session,
  view: View,
  ask: PartialAsk,
  item: string | undefined,
  country: string | undefined,
): Ask {
  const { dataset, words } = session;
  const named = ask.item && (words.find("items", ask.item, ask.indicator) ?? ask.item);
  if (named && item && named !== item) contradiction(session, "item", item, named);
  const dimensions = dimensionsOf(dataset, ask.indicator);
  const place = placeOf(dimensions, country);
  if (ask.reporter && place.reporter && ask.reporter !== place.reporter)
    contradiction(session, "country", place.reporter, ask.reporter);
  const complete = completeAsk(view, { ...ask, item: item ?? named, ...place });
  if (dimensions.includes("item") && complete.item === "") refuse("missing", { argument: "item" });
  return complete;
}

function askOfNamedSeries(
  session: Session,
  view: View,
  { id }: Series,
  item: string | undefined,
  country: string | undefined,
): Ask {
  const series = view.catalogue.seriesById(id) ?? refuse("notInRelease", { series: id, release: view.release.id });
  if (item && item !== series.item) contradiction(session, "item", item, series.item);
  const place = placeOf(dimensionsOf(session.dataset, series.indicator), country);
  if (place.partner === series.reporter)
    refuse("ownTrade", { subject: questionOf({ ...series, partner: place.partner }) });
  if (place.partner && place.partner !== series.partner)
    contradiction(session, "country", place.partner, series.partner);
  if (place.reporter && place.reporter !== series.reporter)
    contradiction(session, "country", place.reporter, series.reporter);
  return askOfSeries(series);
}

function placeOf(dimensions: readonly string[], country: string | undefined): { partner?: string; reporter?: string } {
  if (country === undefined) return {};
  return dimensions.includes("partner") ? { partner: country } : { reporter: country };
}

function contradiction(session: Session, argument: "item" | "country", given: string, named: string): never {
  const list = argument === "item" ? "items" : "areas";
  return refuse("contradiction", {
    argument,
    given: session.words.mainWord(list, given),
    named: session.words.mainWord(list, named),
  });
}

/** A figure as a cell holds it: the base unit of its kind unless another is asked for. Refuses a unit of another kind. */
export function inUnit(session: Session, found: Answer, unit: Unit | undefined, reader?: Reader): number;
export function inUnit(
  session: Session,
  found: Answer | Refusal,
  unit: Unit | undefined,
  reader?: Reader,
): number | Refusal;
export function inUnit(
  session: Session,
  found: Answer | Refusal,
  unit: Unit | undefined,
  reader?: Reader,
): number | Refusal {
  if (found instanceof Refusal) return found;
  if (!unit) return found.value.toNumber();
  if (!convertible(session, found.ask, unit, found.unit)) wrongUnit(session, found.ask, unit, found.unit);
  return (
    reader ? conversion(reader, found, unit) : { value: session.units.convert(found.value, found.unit, unit) }
  ).value.toNumber();
}

/** Refuses a unit that can never fit the question, before anything is looked up. */
export function checkUnit(session: Session, view: View, ask: Ask, unit: Unit | undefined): void {
  const base = unit && baseUnitOf(view, ask);
  if (unit && base && !convertible(session, ask, unit, base)) wrongUnit(session, ask, unit, base);
}

/** The figure for a question in a unit, or why there is none. Refuses a unit that does not fit before the figure is looked up. */
export function figureIn(
  session: Session,
  view: View,
  ask: Ask,
  period: string,
  unit: Unit | undefined,
): number | Refusal {
  checkUnit(session, view, ask, unit);
  const reader = readerOf(view, session);
  return inUnit(session, resolved(reader, ask, period), unit, reader);
}

/** The same for a question that leaves to the usual what it does not say. */
export function figureOf(session: Session, view: View, said: PartialAsk, period: string, unit: Unit | undefined) {
  return figureIn(session, view, completeAsk(view, said), period, unit);
}

function wrongUnit(session: Session, ask: Ask, unit: Unit, base: string): never {
  const { units, dataset, language } = session;
  const content = units.contents.of(ask, units.get(base).content);
  return refuse("wrongUnit", {
    argument: "unit",
    unit: unit.id,
    of: describe(dataset, ask, language),
    valid: [...units.offered(base, language), ...units.contents.ofElement(content).map((id) => `t ${id}`)],
  });
}

/** The base unit a question is answered in, as far as it is known without an answer. */
function baseUnitOf({ catalogue, dataset }: View, ask: Ask): string | undefined {
  if (ask.series) return ask.series.unit;
  for (const freq of FREQUENCIES) {
    const [series] = catalogue.seriesFor(ask, freq);
    if (series) return series.unit;
  }
  if (ask.transformation !== "level") return undefined;
  const ofMeasure: Readonly<Record<string, string>> = { value: "USD", weight: "t", "unit-value": "USD/t" };
  return (
    ofMeasure[ask.measure] ?? (String(dataset.codes("indicators").get(ask.indicator)?.["unit"] ?? "") || undefined)
  );
}

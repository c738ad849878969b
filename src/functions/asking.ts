import type { View } from "../dataset/view";
import type { Answer, Reader } from "../query/answer";
import { askOfSeries, completeAsk, dimensionsOf, type Ask } from "../query/ask";
import { describe } from "../query/describe";
import type { Phrase } from "../query/phrase";
import { refuse } from "../query/refusal";
import type { Unit } from "../query/units";
import type { Session } from "./session";

/** A view with the units to read it in. */
export function readerOf(view: View, session: Session): Reader {
  return { view, units: session.units };
}

/**
 * The question behind an indicator phrase, an item word and a country. A trade indicator is China's, so there the country
 * is the partner; elsewhere it is the reporter. Refuses a missing or unknown item, naming the argument.
 */
export function askOf(session: Session, view: View, phrase: Phrase, itemWord: string | undefined, country?: string): Ask {
  if ("series" in phrase) return askOfSeries(phrase.series);
  const { dataset, words } = session;
  const { ask } = phrase;
  const said = itemWord === undefined ? ask.item : words.read("items", itemWord, "item", ask.indicator);
  const dimensions = dimensionsOf(dataset, ask.indicator);
  const scoped = said ?? (ask.item ? words.find("items", ask.item, ask.indicator) : undefined);
  const place = placeDimension(dimensions, country);
  const complete = completeAsk(view, { ...ask, item: scoped, ...place });
  if (dimensions.includes("item") && complete.item === "") refuse("missing", { argument: "item" });
  return complete;
}

function placeDimension(dimensions: readonly string[], country: string | undefined): { partner?: string; reporter?: string } {
  if (country === undefined) return {};
  if (!dimensions.includes("partner")) return { reporter: country };
  return country === "chn" ? {} : { partner: country };
}

/** A figure as a cell holds it: the base unit of its kind unless another is asked for. Refuses a unit of another kind. */
export function inUnit(session: Session, found: Answer, unit: Unit | undefined, argument = "unit"): number {
  if (!unit) return found.value.toNumber();
  return session.units.convert(found.value, found.unit, unit, argument, describe(session.dataset, found.ask, session.language)).toNumber();
}

/** Refuses a unit that can never fit the question, before anything is looked up. */
export function checkUnit(session: Session, ask: Ask, unit: Unit | undefined, argument = "unit"): void {
  const base = baseUnitOf(session, ask);
  if (unit && base && session.units.get(base).kind !== unit.kind) {
    refuse("wrongUnit", { argument, unit: unit.id, of: describe(session.dataset, ask, session.language), valid: session.units.offered(base) });
  }
}

/** The base unit a question is answered in, as far as it is known without an answer. */
function baseUnitOf(session: Session, ask: Ask): string | undefined {
  if (ask.series) return ask.series.unit;
  const { dataset } = session;
  if (ask.transformation !== "level") return undefined;
  const ofMeasure: Readonly<Record<string, string>> = { value: "USD", weight: "t", "unit-value": "USD/t" };
  const fixed = ofMeasure[ask.measure];
  if (fixed) return fixed;
  return dataset.series.find((series) => series.indicator === ask.indicator && series.item === ask.item && series.transformation === "level")?.unit;
}

import type { Dataset } from "../dataset/dataset";
import type { Ask } from "./ask";

export type Language = "en" | "zh";

/** Dimensions worth naming only when they are not the usual ones. */
const USUAL: Readonly<Record<string, string>> = { group: "total", batch: "all", holder: "all", partner: "wld" };

/**
 * What a question or a series is about, in words: "Imports of copper from Pakistan (value, China Customs)".
 * Composed from the labels of the code lists, so that a thousand series need no label of their own.
 */
export function describe(dataset: Dataset, ask: Ask, language: Language = "en"): string {
  const label = (list: string, id: string) => dataset.label(list, id, language);
  if (ask.series) {
    const own = language === "zh" ? ask.series.label_zh : ask.series.label;
    if (own) return own;
  }
  const indicator = label("indicators", ask.indicator);
  const item = ask.item ? label("items", ask.item) : "";
  const details = [
    ask.stage && label("stages", ask.stage),
    unusual("group", ask.group) && label("groups", ask.group),
    unusual("batch", ask.batch) && label("batches", ask.batch),
    unusual("holder", ask.holder) && label("holders", ask.holder),
    ask.measure && label("measures", ask.measure),
    ask.basis && label("bases", ask.basis),
    ask.transformation !== "level" && label("transformations", ask.transformation),
  ].filter((text): text is string => Boolean(text));
  const place = placeOf(ask);
  if (language === "zh") return `${place ? label("areas", place) : ""}${item}${indicator}${details.length ? `（${details.map(lower).join("，")}）` : ""}`;
  return `${indicator}${item ? ` of ${lower(item)}` : ""}${place ? placeWord(ask) + label("areas", place) : ""}${details.length ? ` (${details.map(lower).join(", ")})` : ""}`;
}

function unusual(dimension: string, code: string): boolean {
  return code !== "" && code !== USUAL[dimension];
}

function placeOf(ask: Ask): string {
  if (ask.partner) return unusual("partner", ask.partner) ? ask.partner : "";
  return ask.reporter !== "chn" || ask.indicator === "production" || ask.indicator === "reserves" ? ask.reporter : "";
}

function placeWord(ask: Ask): string {
  if (!ask.partner) return ", ";
  return ask.indicator === "imports" ? " from " : ask.indicator === "exports" ? " to " : " with ";
}

/** Lower case, but not for names: a word with a second capital or a proper name stays. */
function lower(text: string): string {
  return /^[A-Z][a-z]+(?:[ -][a-z(]|$)/.test(text) && !/ [A-Z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

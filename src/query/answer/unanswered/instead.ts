import { rememberingBy, rememberingOf } from "../../../dataset/remembering";
import { DIMENSIONS, type Series } from "../../../dataset/records";
import type { View } from "../../../dataset/view";
import { nearestItem } from "../../words/nearest-item";
import { ANY_BASIS, type Ask } from "../ask";

/** Measures that are asked for; in others every item is counted in its own. */
const MEASURES_ASKED: ReadonlySet<string> = new Set(["value", "weight", "unit-value"]);

/** What a question asks, whatever the period: the refusals of a workbook mostly differ in that alone. */
export const questionKey = rememberingOf((ask: Ask) =>
  [ask.series?.id, ask.indicator, ask.transformation, ...DIMENSIONS.map((name) => ask[name])].join(),
);

/** What there is instead of a question that nothing answers. */
export const insteadIn = rememberingOf((view: View) =>
  rememberingBy(questionKey, (ask: Ask) => whatThereIs(view, ask)),
);

/**
 * The argument that has no figures as given, and the codes with which it would: the one change that leads to figures first.
 * Of goods, those of the same metal in the measure asked for come before all others; in trade also before the same goods
 * in another measure, or as another country reports them.
 */
function whatThereIs(view: View, ask: Ask): [string, string[]] {
  const series = view.catalogue
    .seriesOf(ask.indicator)
    .filter(
      (candidate) =>
        candidate.rank !== undefined &&
        candidate.transformation === ask.transformation &&
        view.periods(candidate).length > 0,
    );
  const alike = series.filter(({ measure }) => !MEASURES_ASKED.has(ask.measure) || measure === ask.measure);
  const { metalOf } = view.catalogue;
  // Who asks for one rare earth alone finds them all together.
  const metal = nearestItem(view.dataset.codes("items").get(ask.item)) || ask.item;
  const ofMetal = alike.filter((candidate) => metalOf(candidate.item) === metal);
  const own = ask.partner === "" ? [] : ofMetal.filter(({ reporter }) => reporter === ask.reporter);
  const ofItem = (own.length > 0 ? own : series).filter((candidate) => candidate.item === ask.item);
  const dimensions = ["partner", "reporter", "stage", "group", "batch", "holder", "measure", "basis"] as const;
  const differing = (candidate: Series) =>
    dimensions.filter((dimension) =>
      dimension === "basis" ? !isOn(candidate, ask) : candidate[dimension] !== ask[dimension],
    );
  for (const fewest of [1, 2, dimensions.length]) {
    for (const dimension of dimensions) {
      const found = ofItem.filter(
        (candidate) => differing(candidate).includes(dimension) && differing(candidate).length <= fewest,
      );
      if (found.length > 0) return [dimension, wholeFirst(found.map((candidate) => candidate[dimension]))];
    }
  }
  const nearest = [own, ofMetal, alike, series].find((some) => some.length > 0) ?? [];
  return ["item", [...new Set(nearest.map((candidate) => candidate.item))]];
}

/** Each code once, the world before the countries. */
function wholeFirst(codes: readonly string[]): string[] {
  const each = [...new Set(codes)];
  return [...each.filter((code) => code === "wld"), ...each.filter((code) => code !== "wld")];
}

/** Whether a series is on the basis that was asked for. */
export function isOn({ basis }: Series, ask: Ask): boolean {
  return ask.basis === undefined || ask.basis === ANY_BASIS || basis === ask.basis;
}

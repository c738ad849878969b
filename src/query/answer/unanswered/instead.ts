import { grouped } from "../../../dataset/catalogue";
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

/** Series that answer by default and have figures. */
interface Held {
  readonly series: readonly Series[];
  readonly byItem: ReadonlyMap<string, readonly Series[]>;
  readonly byMetal: ReadonlyMap<string, readonly Series[]>;
}

/** By indicator and transformation: the questions of a workbook mostly differ in metals, partners and periods. */
const heldIn = rememberingOf((view: View) =>
  rememberingBy(
    ({ indicator, transformation }: Ask) => `${indicator} ${transformation}`,
    ({ indicator, transformation }): Held => {
      const series = view.catalogue
        .seriesOf(indicator)
        .filter((one) => one.rank !== undefined && one.transformation === transformation && view.hasFigures(one));
      return {
        series,
        byItem: grouped(series, ({ item }) => item),
        byMetal: grouped(series, ({ item }) => view.catalogue.metalOf(item)),
      };
    },
  ),
);

const DIFFERING = ["partner", "reporter", "stage", "group", "batch", "holder", "measure", "basis"] as const;

/**
 * The argument that has no figures as given, and the codes with which it would: the one change that leads to figures first.
 * Of goods, those of the same metal in the measure asked for come before all others; in trade also before the same goods
 * in another measure, or as another country reports them.
 */
function whatThereIs(view: View, ask: Ask): [string, string[]] {
  const { series, byItem, byMetal } = heldIn(view)(ask);
  const alike = (all: readonly Series[]) =>
    MEASURES_ASKED.has(ask.measure) ? all.filter(({ measure }) => measure === ask.measure) : all;
  // Who asks for one rare earth alone finds them all together.
  const metal = nearestItem(view.dataset.codes("items").get(ask.item)) || ask.item;
  const ofMetal = alike(byMetal.get(metal) ?? []);
  const own = ask.partner === "" ? [] : ofMetal.filter(({ reporter }) => reporter === ask.reporter);
  const ofItem = own.length > 0 ? own.filter(({ item }) => item === ask.item) : (byItem.get(ask.item) ?? []);
  const candidates = ofItem.map((one) => ({ one, differing: DIFFERING.filter((name) => differs(one, ask, name)) }));
  for (const fewest of [1, 2, DIFFERING.length]) {
    const near = candidates.filter(({ differing }) => differing.length <= fewest);
    for (const dimension of DIFFERING) {
      const found = near.filter(({ differing }) => differing.includes(dimension));
      if (found.length > 0) return [dimension, wholeFirst(found.map(({ one }) => one[dimension]))];
    }
  }
  const nearest = [own, ofMetal, alike(series), series].find((some) => some.length > 0) ?? [];
  return ["item", [...new Set(nearest.map((candidate) => candidate.item))]];
}

function differs(series: Series, ask: Ask, dimension: (typeof DIFFERING)[number]): boolean {
  return dimension === "basis" ? !isOn(series, ask) : series[dimension] !== ask[dimension];
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

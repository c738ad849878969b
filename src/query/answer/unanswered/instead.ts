import { grouped } from "../../../dataset/catalogue";
import { rememberingBy, rememberingOf } from "../../../dataset/remembering";
import type { Series } from "../../../dataset/records";
import type { View } from "../../../dataset/view";
import { nearestItem } from "../../words/nearest-item";
import { ANY_BASIS, type Ask } from "../ask";

/** Measures that are asked for; in others every item is counted in its own. */
const MEASURES_ASKED: ReadonlySet<string> = new Set(["value", "weight", "unit-value"]);

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

/** Where figures nearest to a question are looked for: a column mostly asks for other countries alone. */
interface Near {
  /** Series of the goods asked for, of any frequency one. */
  readonly series: readonly Series[];
  /** Goods that have figures, where those asked for have none at all. */
  readonly items: readonly string[];
  /** The countries for which the rest of a question is held. */
  readonly countries: (ask: Ask) => readonly string[];
}

/**
 * Of goods, those of the same metal in the measure asked for come before all others; in trade also before the same goods
 * in another measure, or as another country reports them.
 */
const nearIn = rememberingOf((view: View) =>
  rememberingBy(
    ({ indicator, transformation, item, measure, reporter, partner }: Ask) =>
      `${indicator} ${transformation} ${item} ${measure} ${partner === "" ? "" : reporter}`,
    (ask): Near => {
      const held = heldIn(view)(ask);
      const alike = (all: readonly Series[]) =>
        MEASURES_ASKED.has(ask.measure) ? all.filter(({ measure }) => measure === ask.measure) : all;
      // Who asks for one rare earth alone finds them all together.
      const metal = nearestItem(view.dataset.codes("items").get(ask.item)) || ask.item;
      const ofMetal = alike(held.byMetal.get(metal) ?? []);
      const own = ask.partner === "" ? [] : ofMetal.filter(({ reporter }) => reporter === ask.reporter);
      const ofItem = own.length > 0 ? own.filter(({ item }) => item === ask.item) : (held.byItem.get(ask.item) ?? []);
      const series = [...new Map(ofItem.map((one) => [setApart(one), one])).values()];
      const nearest = [own, ofMetal, alike(held.series), held.series].find((some) => some.length > 0) ?? [];
      const side = sideAsked(ask);
      const rest = DIFFERING.filter((dimension) => dimension !== side);
      const countries = rememberingBy(
        ({ stage, group, batch, holder, basis }: Ask) => `${stage} ${group} ${batch} ${holder} ${basis}`,
        (asked) =>
          wholeFirst(
            series.filter((one) => !rest.some((dimension) => differs(one, asked, dimension))).map((one) => one[side]),
          ),
      );
      return { series, items: [...new Set(nearest.map(({ item }) => item))], countries };
    },
  ),
);

/** The side on which countries are asked for. */
function sideAsked({ partner }: Ask): "partner" | "reporter" {
  return partner === "" ? "reporter" : "partner";
}

/** What sets a series apart from others of its goods; spelled out, for there are thousands. */
function setApart({ partner, reporter, stage, group, batch, holder, measure, basis }: Series): string {
  return `${partner} ${reporter} ${stage} ${group} ${batch} ${holder} ${measure} ${basis}`;
}

/** The argument that has no figures as given, and the codes with which it would: the one change that leads to figures first. */
export function whatThereIs(view: View, ask: Ask): [string, readonly string[]] {
  const { series, items, countries } = nearIn(view)(ask);
  const side = sideAsked(ask);
  const others = countries(ask);
  if (others.length > 0 && !others.includes(ask[side])) return [side, others];
  const near = series.map((one) => ({ one, differing: differences(one, ask) }));
  for (const fewest of [1, 2, DIFFERING.length]) {
    for (const [place, dimension] of DIFFERING.entries()) {
      const found = near.filter(({ differing }) => differing.count <= fewest && differing.places & (1 << place));
      if (found.length > 0) return [dimension, wholeFirst(found.map(({ one }) => one[dimension]))];
    }
  }
  return ["item", items];
}

/** In how many dimensions a series differs from a question, and in which, a bit each. */
function differences(series: Series, ask: Ask): { readonly count: number; readonly places: number } {
  let [count, places] = [0, 0];
  for (let place = 0; place < DIFFERING.length; place++) {
    if (!differs(series, ask, DIFFERING[place]!)) continue;
    count++;
    places |= 1 << place;
  }
  return { count, places };
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

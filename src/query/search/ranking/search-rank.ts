import type { Series } from "../../../dataset/records";
import type { View } from "../../../dataset/view";

/** Among equals, what people ask for most. */
const INDICATORS: Readonly<Record<string, number>> = {
  quota: 0.05,
  imports: 0.04,
  production: 0.03,
  exports: 0.03,
  price: 0.02,
  reserves: 0.01,
};

/** A series of which only absences are known. */
const EMPTY = -0.5;
/** Measured as the figure is that a formula gives which names no measure: the value of copper imported, the weight of magnets. */
const UNASKED = 0.25;
/** Trade of China is meant unless another country's is asked for: what others report is its mirror. */
const MIRROR = -2;
/** For twice as many figures, among series that are equal otherwise. */
const TOLD = 0.004;

/** How much speaks for each series before anything is typed. */
export function priorsOf(view: View, series: readonly Series[]): (at: number) => number {
  const known = new Array<number | undefined>(series.length);
  return (at) => (known[at] ??= inView(view, series[at]!));
}

function inView(view: View, series: Series): number {
  // As of an older release or day only what was there then speaks for a series.
  const figures = view.periods(series).length;
  const unasked = series.measure === usualMeasure(view, series) ? UNASKED : 0;
  return prior(series) + unasked + mirror(view, series) + (figures === 0 ? EMPTY : TOLD * Math.log2(figures));
}

function mirror({ dataset }: View, { indicator, reporter }: Series): number {
  return reporter !== "chn" && dataset.codes("indicators").get(indicator)?.["family"] === "trade" ? MIRROR : 0;
}

/** Their exports have a function of their own, which gives weights. */
const EXPORTED_BY_WEIGHT: ReadonlySet<string> = new Set(["rare-earth-magnets", "rare-earths"]);

function usualMeasure({ dataset, catalogue }: View, { indicator, item }: Series): string {
  if (indicator === "exports" && EXPORTED_BY_WEIGHT.has(item)) return "weight";
  const meant = catalogue.meaning(indicator, item)?.measure;
  return meant || String(dataset.codes("indicators").get(indicator)?.["measure"] ?? "");
}

/** What a question most likely means comes first: published levels that answer by default, China, the world, years. */
function prior(series: Series): number {
  const { indicator, rank, transformation, partner, reporter, freq, holder, batch, group } = series;
  return (
    (rank === undefined ? 0 : 0.4 / rank) +
    (transformation === "level" ? 0.4 : 0) +
    (partner === "wld" || partner === "" ? 0.3 : 0) +
    (reporter === "chn" ? 0.2 : reporter === "wld" ? 0.15 : 0) +
    ([holder, batch].every((code) => code === "" || code === "all") ? 0.2 : 0) +
    (group === "" || group === "total" ? 0.1 : 0) +
    (freq === "a" ? 0.1 : freq === "m" ? 0.05 : 0) +
    (INDICATORS[indicator] ?? 0)
  );
}

/** What series have in common that answer one question in several forms. */
export function questionOf({ indicator, item, reporter, partner, stage, group, batch, holder }: Series): string {
  return [indicator, item, reporter, partner, stage, group, batch, holder].join(".");
}

import { grouped, type Catalogue } from "../../../dataset/catalogue";
import type { Frequency } from "../../../dataset/period";
import { DIMENSIONS, type Series } from "../../../dataset/records";
import { rememberingOf } from "../../../dataset/remembering";
import type { Ask } from "../ask";
import { isOn } from "./instead";

/** Stages that make metal, which goods such as refined copper are. */
const METALLIC: readonly string[] = ["refinery", "smelter", "primary"];

type Dimension = (typeof DIMENSIONS)[number];

/** The series that differ from a question in one thing, whether they have the period or not. */
export interface Elsewhere {
  /** On another basis. */
  readonly basis: readonly Series[];
  /** On another basis, which answers by its id alone. */
  readonly id: readonly Series[];
  readonly measure: readonly Series[];
  /** The other side of the flow. */
  readonly side: readonly Series[];
  /** A rate, where a level is asked for. */
  readonly transformation: readonly Series[];
  /** Other goods of the metal. */
  readonly item: readonly Series[];
  /** The metal itself at a stage, where goods of it are asked for; stages that make metal first. */
  readonly stage: readonly Series[];
}

/** Nothing here depends on the day or the period. */
export function elsewhere(catalogue: Catalogue, ask: Ask, freq: Frequency): Elsewhere {
  return (elsewhereIn(catalogue)(ask)[freq] ??= differing(catalogue, ask, freq));
}

const elsewhereIn = rememberingOf((_: Catalogue) =>
  rememberingOf((_ask: Ask): Partial<Record<Frequency, Elsewhere>> => ({})),
);

function differing(catalogue: Catalogue, ask: Ask, freq: Frequency): Elsewhere {
  const { item, reporter, partner } = ask;
  const between = (indicator: string, transformation = ask.transformation) =>
    catalogue.seriesBetween({ indicator, item, reporter, partner, transformation, freq });
  const own = between(ask.indicator);
  const other = { imports: "exports", exports: "imports" }[ask.indicator];
  const others = other ? between(other) : NONE;
  const rates = ask.transformation === "level" ? between(ask.indicator, "growth") : NONE;
  // So it is for most countries, of whose trade there are no figures at all.
  if (own.length + others.length + rates.length === 0) return NOWHERE;
  const byDifference = grouped(own, (series) => onlyDifference(series, ask));
  const differingIn = (dimension: Dimension | "none") => byDifference.get(dimension) ?? [];
  const same = (series: Series) => onlyDifference(series, ask) === "none" && fits(series, ask);
  const metal = catalogue.metalOf(ask.item);
  const order = ({ stage }: Series) => (METALLIC.includes(stage) ? METALLIC.indexOf(stage) : METALLIC.length);
  return {
    basis: differingIn("none").filter(({ rank }) => rank !== undefined),
    id: differingIn("none").filter(({ rank }) => rank === undefined),
    measure: differingIn("measure").filter((series) => fits(series, ask)),
    side: others.filter((series) => series.partner !== "wld" && same(series)),
    transformation: rates.filter(same),
    item: differingIn("item").filter((series) => fits(series, ask)),
    stage: (metal === ask.item ? [] : own)
      .filter((one) => one.stage !== "" && one.item === metal && fits(one, ask))
      .sort((a, b) => order(a) - order(b)),
  };
}

const NONE: readonly Series[] = [];
const NOWHERE: Elsewhere = {
  basis: NONE,
  id: NONE,
  measure: NONE,
  side: NONE,
  transformation: NONE,
  item: NONE,
  stage: NONE,
};

/** The one dimension, other than the basis, in which a series differs from the question; undefined where there are several. */
function onlyDifference(series: Series, ask: Ask): Dimension | "none" | undefined {
  let found: Dimension | "none" = "none";
  for (const dimension of DIMENSIONS) {
    if (dimension === "basis" || series[dimension] === ask[dimension]) continue;
    if (found !== "none") return undefined;
    found = dimension;
  }
  return found;
}

/** Another measure or item is worth naming on the basis asked for, or on a basis that answers by default. */
function fits(series: Series, ask: Ask): boolean {
  return series.rank !== undefined && isOn(series, ask);
}

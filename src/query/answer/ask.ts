import type { Catalogue } from "../../dataset/catalogue";
import type { Dataset } from "../../dataset/dataset";
import { DIMENSIONS, type DefaultMeaning, type Dimension, type Series } from "../../dataset/records";
import { keep, remembering, rememberingOf } from "../../dataset/remembering";
import type { View } from "../../dataset/view";

/** Said for a basis: the usual one first, then the others, figure by figure. */
export const ANY_BASIS = "any";

/** What is asked for, all but the period: a value for every dimension the indicator uses. */
export interface Ask extends Readonly<Record<Exclude<Dimension, "basis">, string>> {
  readonly indicator: string;
  readonly transformation: string;
  /** Who counts; undefined leaves it to the indicator's own basis, or else to rank. */
  readonly basis: string | undefined;
  /** Set when the series was named by its id: then nothing else is considered. */
  readonly series?: Series;
}

/** What a user said; blanks are filled from the defaults. */
export type PartialAsk = {
  readonly indicator: string;
  readonly transformation?: string | undefined;
  readonly basis?: string | undefined;
} & {
  readonly [D in Exclude<Dimension, "basis">]?: string | undefined;
};

/** A quota speaks of mining and smelting, production of mines and smelters: one thing to who asks. */
const SAME_STAGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  quota: { mine: "mining", smelter: "smelting" },
  production: { mining: "mine", smelting: "smelter" },
};

/** The stage as an indicator names it. */
export function stageOf(indicator: string, stage: string | undefined): string | undefined {
  return stage && (SAME_STAGE[indicator]?.[stage] ?? stage);
}

/** Whose figures these are unless a reporter is named. */
const HOME = "chn";

const FALLBACK: Readonly<Partial<Record<Dimension, string>>> = {
  reporter: HOME,
  partner: "wld",
  group: "total",
  batch: "all",
  holder: "all",
};

/** Fills the blanks of a question: first what the bare word means (`defaults.csv`), then the indicator's own defaults, then China, world, total. */
export function completeAsk(view: View, said: PartialAsk): Ask {
  const { indicator, transformation = "", basis = "", item = "", measure = "" } = said;
  const { reporter = "", partner = "", stage = "", group = "", batch = "", holder = "" } = said;
  const place = `${reporter}|${partner}|${stage}|${group}|${batch}|${holder}`;
  const key = `${indicator}|${transformation}|${basis}|${item}|${measure}|${place}`;
  const asks = completed(view.catalogue);
  return asks.get(key) ?? keep(asks, key, complete(view, said), MOST);
}

/** So many questions of a catalogue are kept, with all that was found for them. */
const MOST = 10_000;

/** What words mean depends on nothing else, and a column asks the same question for many periods. */
const completed = rememberingOf((_: Catalogue) => new Map<string, Ask>());

function complete({ dataset, catalogue }: View, said: PartialAsk): Ask {
  const indicator = dataset.codes("indicators").get(said.indicator);
  const column = (name: string) => String(indicator?.[name] ?? "");
  const used = dimensionsOf(dataset, said.indicator);
  const item = said.item || column("item");
  const stage = stageOf(said.indicator, said.stage);
  const meaning = catalogue.meaning(said.indicator, item);
  const basisOf = (name: string, measured: string) => meantBasis(catalogue.meaning(name, item), measured);
  // A balance is counted as both its sides are, or as customs does.
  const counted = (measured: string): string | undefined => {
    if (said.indicator !== "balance" || meaning) return meantBasis(meaning, measured);
    const basis = basisOf("exports", measured);
    return basis === basisOf("imports", measured) ? basis : undefined;
  };
  const unusualStage = Boolean(stage && meaning?.stage && stage !== meaning.stage);
  const measure = unusualStage ? catalogue.measureAt(said.indicator, item, stage!) : meaning?.measure;
  const fill = (dimension: Exclude<Dimension, "basis">): string => {
    if (!used.includes(dimension)) return "";
    if (dimension === "item") return item;
    const meant = dimension === "stage" ? meaning?.stage : dimension === "measure" ? measure : undefined;
    const named = dimension === "stage" ? stage : said[dimension];
    return named || meant || column(dimension) || FALLBACK[dimension] || "";
  };
  return {
    indicator: said.indicator,
    transformation: said.transformation || column("transformation") || "level",
    basis: said.basis || (fill("reporter") === HOME ? counted(fill("measure")) : undefined),
    item: fill("item"),
    reporter: fill("reporter"),
    partner: fill("partner"),
    stage: fill("stage"),
    group: fill("group"),
    batch: fill("batch"),
    holder: fill("holder"),
    measure: fill("measure"),
  };
}

/** The basis that an item is held on alone, where that is laid down for it or for the measure asked for. */
export function meantBasis(meaning: DefaultMeaning | undefined, measure: string): string | undefined {
  const [first, basis] = (meaning?.basis ?? "").split("=");
  return (basis === undefined ? first : first === measure ? basis : undefined) || undefined;
}

/** The question a series answers, and by that series alone. */
export const askOfSeries = rememberingOf((series: Series): Ask => ({ ...questionOf(series), series }));

/** The same question without insisting on a series. */
export function questionOf({
  indicator,
  transformation,
  basis,
  item,
  reporter,
  partner,
  stage,
  group,
  batch,
  holder,
  measure,
}: Ask | Series): Ask {
  return { indicator, transformation, basis, item, reporter, partner, stage, group, batch, holder, measure };
}

/**
 * The same question but for one thing. Always the same one, for what is worked out for a question is kept with it; so it is
 * with a question that was completed, and not with a copy.
 */
export function askWith(ask: Ask, name: Exclude<keyof Ask, "series">, value: string | undefined): Ask {
  return ask[name] === value ? ask : (variedFrom(ask)[`${name} ${value}`] ??= { ...ask, [name]: value });
}

const variedFrom = rememberingOf((_: Ask): Record<string, Ask> => ({}));

/** The dimensions an indicator uses, in the order of the series id. */
export function dimensionsOf(dataset: Dataset, indicator: string): readonly Dimension[] {
  return dimensionsIn(dataset)(indicator);
}

const dimensionsIn = rememberingOf((dataset: Dataset) =>
  remembering((indicator) => {
    const key = String(dataset.codes("indicators").get(indicator)?.["key"] ?? "").split(" ");
    return key.filter((name): name is Dimension => (DIMENSIONS as readonly string[]).includes(name));
  }),
);

/** The dimension along which countries make up a world: partners in trade, else those who report. */
export type Side = "partner" | "reporter";

export function sideOf(dataset: Dataset, indicator: string): Side {
  return dimensionsOf(dataset, indicator).includes("partner") ? "partner" : "reporter";
}

/** The same question about the world. */
export function ofWorld(dataset: Dataset, ask: Ask): Ask {
  return askWith(ask, sideOf(dataset, ask.indicator), "wld");
}

/** The elements of the id a series for this question has; a basis left open even by the indicator is `*`. */
export function idElements(dataset: Dataset, ask: Ask, freq: string): string[] {
  const basis = ask.basis === ANY_BASIS ? "*" : (ask.basis ?? usualBasis(dataset, ask) ?? "*");
  const dimensions = dimensionsOf(dataset, ask.indicator).map((dimension) =>
    dimension === "basis" ? basis : ask[dimension],
  );
  return [ask.indicator, ...dimensions, freq, ...(ask.transformation === "level" ? [] : [ask.transformation])];
}

/** The basis that answers a question unless another is named; undefined when rank decides, as for another country's figures. */
export function usualBasis(dataset: Dataset, { indicator, reporter }: Ask): string | undefined {
  const basis = dataset.codes("indicators").get(indicator)?.["basis"];
  return reporter === HOME && basis ? String(basis) : undefined;
}

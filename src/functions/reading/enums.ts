import type { Dataset } from "../../dataset/dataset";
import type { Language } from "../../query/describe";
import type { Words } from "../../query/words/words";
import type { EnumList } from "../definition";
import { CHOICES, type ChoiceList, type ChoiceOf } from "./choices";
import { codeValues, type EnumValue } from "./code-values";

const FACTS = {
  short: "Publisher and date",
  full: "Full citation",
  publisher: "Who published it",
  published: "Publication date",
  url: "Web address",
  locator: "Paragraph or table in the source",
  licence: "Terms of use",
};

const CHANGES = {
  yoy: "Change on the year before",
  previous: "Change on the period before",
};

const RUNNING = {
  ytd: "Year to date",
  ma3: "Mean of three periods",
  ma12: "Mean of twelve periods",
};

const SHAPES = {
  dates: "Months and quarters as Excel dates",
  "newest first": "Newest period first",
};

/** What the words that an argument chooses from mean in English: formulas read without it. */
const CHOICE_TEXTS: { readonly [L in ChoiceList]: Readonly<Record<ChoiceOf<L>, string>> } = {
  source_facts: FACTS,
  series_how: {
    ...CHANGES,
    index: "First period shown = 100",
    ...RUNNING,
    quarterly: "Months put together to quarters",
    annual: "Months or quarters put together to years",
    fill: "Every period between, #N/A where there is none",
    ...SHAPES,
  },
  grid_how: { ...CHANGES, ...RUNNING },
  table_how: { ...CHANGES, ...SHAPES },
  figure_facts: {
    value: "The figure",
    status: "One line on the figure",
    ...FACTS,
  },
  latest_facts: {
    value: "The figure",
    period: "Its period",
  },
  version_facts: {
    release: "Data release",
    date: "Date of the data release",
    pin: "Day the workbook is pinned to",
    observations: "Number of figures",
    sources: "Number of sources",
    series: "Number of series",
    "add-in": "Version of the add-in",
  },
  kinds: {
    metals: "Metals and products",
    countries: "Countries and areas",
    indicators: "Indicators",
    units: "Units",
    bases: "Bases: who counts",
    stages: "Stages of production",
    tables: "Prebuilt tables",
    sources: "Sources",
    statuses: "Statuses of figures",
    "event types": "Types of events",
    defaults: "What a bare word means",
  },
};

/** The main words of a list, in the order in which to offer them. */
export function enumValues(list: EnumList, dataset: Dataset, words: Words, language: Language): EnumValue[] {
  if (!isChoice(list)) return codeValues(list, dataset, words, language);
  const english: Readonly<Record<string, string>> = CHOICE_TEXTS[list];
  return Object.entries(CHOICES[list]).map(([word, { zh }]) => ({
    word,
    label: word,
    tooltip: language === "zh" ? zh : english[word]!,
  }));
}

function isChoice(list: EnumList): list is ChoiceList {
  return Object.hasOwn(CHOICES, list);
}

import { normalise } from "../../query/words/normalise";

interface Meaning {
  readonly en: string;
  readonly zh: string;
  /** Other words that are understood. */
  readonly also?: readonly string[];
}

const FACTS = {
  short: { en: "Publisher and date", zh: "发布者和日期" },
  full: { en: "Full citation", zh: "完整引用", also: ["citation"] },
  publisher: { en: "Who published it", zh: "发布者" },
  published: { en: "Publication date", zh: "发布日期", also: ["date", "publication date"] },
  url: { en: "Web address", zh: "网址", also: ["link", "web"] },
  locator: { en: "Paragraph or table in the source", zh: "来源中的段落或表格", also: ["paragraph", "page", "place"] },
  licence: { en: "Terms of use", zh: "使用许可", also: ["license", "terms"] },
} as const satisfies Record<string, Meaning>;

const CHANGES = {
  yoy: { en: "Change on the year before", zh: "同比变动", also: ["y/y", "year on year", "year over year", "同比"] },
  previous: { en: "Change on the period before", zh: "环比变动", also: ["mom", "qoq", "period on period", "环比"] },
} as const satisfies Record<string, Meaning>;

const RUNNING = {
  ytd: { en: "Year to date", zh: "本年累计", also: ["year to date", "cumulative", "累计"] },
  ma3: { en: "Mean of three periods", zh: "三期移动平均", also: ["3 month average", "3期移动平均"] },
  ma12: { en: "Mean of twelve periods", zh: "十二期移动平均", also: ["12 month average", "12期移动平均"] },
} as const satisfies Record<string, Meaning>;

const SHAPES = {
  dates: { en: "Months and quarters as Excel dates", zh: "月份和季度写作日期", also: ["date", "日期"] },
  "newest first": { en: "Newest period first", zh: "最新在前", also: ["descending", "latest first", "倒序", "降序"] },
} as const satisfies Record<string, Meaning>;

/** Words of the functions' own that an argument chooses from, with what they mean. */
export const CHOICES = {
  source_facts: FACTS,
  series_how: {
    ...CHANGES,
    index: { en: "First period shown = 100", zh: "首期=100", also: ["indexed", "指数"] },
    ...RUNNING,
    quarterly: { en: "Months put together to quarters", zh: "按季度汇总", also: ["quarters", "季度"] },
    annual: { en: "Months or quarters put together to years", zh: "按年度汇总", also: ["yearly", "years", "年度"] },
    fill: { en: "Every period between, #N/A where there is none", zh: "补齐各期", also: ["all periods", "补齐"] },
    ...SHAPES,
  },
  grid_how: { ...CHANGES, ...RUNNING },
  table_how: { ...CHANGES, ...SHAPES },
  figure_facts: {
    value: { en: "The figure", zh: "数值" },
    status: { en: "One line on the figure", zh: "数值说明" },
    ...FACTS,
  },
  latest_facts: {
    value: { en: "The figure", zh: "数值" },
    period: { en: "Its period", zh: "所属期间", also: ["year", "date", "month"] },
  },
  version_facts: {
    release: { en: "Data release", zh: "数据版本", also: ["data", "data release"] },
    date: { en: "Date of the data release", zh: "数据版本日期" },
    pin: { en: "Day the workbook is pinned to", zh: "固定日期", also: ["day", "as of"] },
    observations: { en: "Number of figures", zh: "数值个数" },
    sources: { en: "Number of sources", zh: "来源个数" },
    series: { en: "Number of series", zh: "序列个数" },
    "add-in": { en: "Version of the add-in", zh: "加载项版本", also: ["version"] },
  },
  kinds: {
    metals: { en: "Metals and products", zh: "金属和产品", also: ["metal", "items", "products", "commodities"] },
    countries: { en: "Countries and areas", zh: "国家和地区", also: ["country", "areas", "partners"] },
    indicators: { en: "Indicators", zh: "指标", also: ["indicator"] },
    units: { en: "Units", zh: "单位", also: ["unit"] },
    bases: { en: "Bases: who counts", zh: "统计来源", also: ["basis"] },
    stages: { en: "Stages of production", zh: "生产环节", also: ["stage"] },
    tables: { en: "Prebuilt tables", zh: "预制表格", also: ["table"] },
    sources: { en: "Sources", zh: "来源", also: ["source"] },
    statuses: { en: "Statuses of figures", zh: "数值状态", also: ["status"] },
    "event types": { en: "Types of events", zh: "事件类型", also: ["event type", "events"] },
    defaults: { en: "What a bare word means", zh: "单词的默认含义", also: ["default", "definitions"] },
  },
} as const satisfies Record<string, Record<string, Meaning>>;

export type ChoiceList = keyof typeof CHOICES;
export type ChoiceOf<L extends ChoiceList> = keyof (typeof CHOICES)[L] & string;

/** The words of a list, in the order of the help. */
export function choicesOf<L extends ChoiceList>(list: L): ChoiceOf<L>[] {
  return Object.keys(CHOICES[list]) as ChoiceOf<L>[];
}

/** The choice that a word means, by itself, by another word for it or in Chinese. */
export function findChoice<L extends ChoiceList>(list: L, word: string): ChoiceOf<L> | undefined {
  const wanted = normalise(word);
  const meanings: Readonly<Record<string, Meaning>> = CHOICES[list];
  return choicesOf(list).find((choice) =>
    [choice, meanings[choice]!.zh, ...(meanings[choice]!.also ?? [])].some((name) => normalise(name) === wanted),
  );
}

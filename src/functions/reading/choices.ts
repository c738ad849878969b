import { normalise } from "../../query/words/normalise";

interface Meaning {
  /** What it means in Chinese, which is understood too. */
  readonly zh: string;
  /** Other words that are understood. */
  readonly also?: readonly string[];
}

const FACTS = {
  short: { zh: "发布者和日期" },
  full: { zh: "完整引用", also: ["citation"] },
  publisher: { zh: "发布者" },
  published: { zh: "发布日期", also: ["date", "publication date"] },
  url: { zh: "网址", also: ["link", "web"] },
  locator: { zh: "来源中的段落或表格", also: ["paragraph", "page", "place"] },
  licence: { zh: "使用许可", also: ["license", "terms"] },
} as const satisfies Record<string, Meaning>;

const CHANGES = {
  yoy: { zh: "同比变动", also: ["y/y", "year on year", "year over year", "同比"] },
  previous: { zh: "环比变动", also: ["mom", "qoq", "period on period", "环比"] },
} as const satisfies Record<string, Meaning>;

const RUNNING = {
  ytd: { zh: "本年累计", also: ["year to date", "cumulative", "累计"] },
  ma3: { zh: "三期移动平均", also: ["3 month average", "3期移动平均"] },
  ma12: { zh: "十二期移动平均", also: ["12 month average", "12期移动平均"] },
} as const satisfies Record<string, Meaning>;

const SHAPES = {
  dates: { zh: "月份和季度写作日期", also: ["date", "日期"] },
  "newest first": { zh: "最新在前", also: ["descending", "latest first", "倒序", "降序"] },
} as const satisfies Record<string, Meaning>;

/** Words of the functions' own that an argument chooses from, with what they mean. */
export const CHOICES = {
  source_facts: FACTS,
  series_how: {
    ...CHANGES,
    index: { zh: "首期=100", also: ["indexed", "指数"] },
    ...RUNNING,
    quarterly: { zh: "按季度汇总", also: ["quarters", "季度"] },
    annual: { zh: "按年度汇总", also: ["yearly", "years", "年度"] },
    fill: { zh: "补齐各期", also: ["all periods", "补齐"] },
    ...SHAPES,
  },
  grid_how: { ...CHANGES, ...RUNNING },
  table_how: { ...CHANGES, ...SHAPES },
  figure_facts: {
    value: { zh: "数值" },
    status: { zh: "数值说明" },
    ...FACTS,
  },
  latest_facts: {
    value: { zh: "数值" },
    period: { zh: "所属期间", also: ["year", "date", "month"] },
  },
  version_facts: {
    release: { zh: "数据版本", also: ["data", "data release"] },
    date: { zh: "数据版本日期" },
    pin: { zh: "固定日期", also: ["day", "as of"] },
    observations: { zh: "数值个数" },
    sources: { zh: "来源个数" },
    series: { zh: "序列个数" },
    "add-in": { zh: "加载项版本", also: ["version"] },
  },
  kinds: {
    metals: { zh: "金属和产品", also: ["metal", "items", "products", "commodities"] },
    countries: { zh: "国家和地区", also: ["country", "areas", "partners"] },
    indicators: { zh: "指标", also: ["indicator"] },
    units: { zh: "单位", also: ["unit"] },
    bases: { zh: "统计来源", also: ["basis"] },
    stages: { zh: "生产环节", also: ["stage"] },
    tables: { zh: "预制表格", also: ["table"] },
    sources: { zh: "来源", also: ["source"] },
    statuses: { zh: "数值状态", also: ["status"] },
    "event types": { zh: "事件类型", also: ["event type", "events"] },
    defaults: { zh: "单词的默认含义", also: ["default", "definitions"] },
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

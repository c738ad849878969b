import type { Language } from "../query/describe";
import type { Column } from "./recipe/recipe";

const en = {
  /** Usual headers, with placeholders. */
  headers: {
    name: "Item",
    item: "Item",
    area: "Country",
    period: "Period",
    batch: "Batch",
    unit: "Unit",
    basis: "Basis",
    hs: "HS heading",
    value: "{period}",
    change: "Change {base} to {period}",
    growth: "Change on a year before",
    compound: "Growth a year, {base} to {period}",
    share: "Share of world",
    part: "Share",
    concentration: "Concentration (HHI)",
    controls: "Export controls on {day}",
    date: "Date",
    type: "Type",
    items: "Items",
    actors: "Who",
    announcement: "Announcement",
    destination: "Destination",
    due: "Due",
    "in-force": "In force from",
    until: "Until",
    suspended: "Suspended",
    state: "State on {day}",
    what: "What",
    source: "Source",
  } satisfies Record<Column["show"], string>,
  sources: (references: readonly string[]) => `Sources: ${references.join("; ")}.`,
  /** A remark on cells: "At least: 2012 (Copper, Iron)". */
  remark: (what: string, cells: readonly string[]) => `${what}: ${cells.join("; ")}.`,
  list: (words: readonly string[]) => words.join(", "),
  allBut: (words: readonly string[]) => `all but ${words.join(", ")}`,
  clauses: (clauses: readonly string[]) => clauses.join("; "),
  /** A header or an announcement of which something more is said. */
  qualified: (what: string, more: string) => `${what} (${more})`,
  /** Days of a suspension, of which the last may be open. */
  span: (from: string, to: string) => (to ? `${from} to ${to}` : `from ${from}`),
  /** What a table covers, in a title; undefined where an end is open. */
  between: (from: string | undefined, to: string | undefined): string | undefined =>
    from && to && (from === to ? from : `${from} to ${to}`),
  /** "In force: Announcement 10/2025". */
  stated: (state: string, measures: readonly string[]) => `${state}: ${measures.join(", ")}`,
  /** An announcement by its name; undefined where the language has no name for it. */
  announcement: (printed: string): string | undefined => printed,
};

export type Texts = typeof en;

const NUMBERED = /^Announcement (\d+)\/(\d+).*$/;

const zh: Texts = {
  headers: {
    name: "品种",
    item: "品种",
    area: "国家",
    period: "期间",
    batch: "批次",
    unit: "单位",
    basis: "统计来源",
    hs: "HS 编码",
    value: "{period}",
    change: "{base} 至 {period} 变动",
    growth: "同比变动",
    compound: "{base} 至 {period} 年均增速",
    share: "占全球比重",
    part: "占比",
    concentration: "集中度（HHI）",
    controls: "{day} 出口管制",
    date: "日期",
    type: "类型",
    items: "物项",
    actors: "主体",
    announcement: "公告",
    destination: "目的地",
    due: "应生效日",
    "in-force": "生效日",
    until: "截止日",
    suspended: "暂停期",
    state: "{day} 状态",
    what: "内容",
    source: "来源",
  },
  sources: (references) => `来源：${references.join("；")}。`,
  remark: (what, cells) => `${what}：${cells.join("；")}。`,
  list: (words) => words.join("、"),
  allBut: (words) => `除${words.join("、")}外`,
  clauses: (clauses) => clauses.join("；"),
  qualified: (what, more) => `${what}（${more}）`,
  span: (from, to) => (to ? `${from} 至 ${to}` : `自 ${from}`),
  between: (from, to) => from && to && (from === to ? from : `${from}至${to}`),
  stated: (state, measures) => `${state}：${measures.join("、")}`,
  announcement: (printed) => (NUMBERED.test(printed) ? printed.replace(NUMBERED, "$2年第$1号公告") : undefined),
};

/** The tables' own words, in a language. What the code lists name comes from there. */
export function textsIn(language: Language): Texts {
  return language === "zh" ? zh : en;
}

/** Puts words in the place of `{names}`. Throws RangeError for a name that is not there: recipes are checked. */
export function fill(template: string, words: Readonly<Record<string, string | undefined>>): string {
  return template.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const word = words[name];
    if (word === undefined) throw new RangeError(`nothing to put for ${whole}`);
    return word;
  });
}

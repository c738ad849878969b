/** Headings and standing sentences of the help, in both languages. */
export interface HelpTexts {
  readonly functions: string;
  readonly home: string;
  readonly support: string;
  readonly other: string;
  readonly arguments: string;
  readonly argument: string;
  readonly meaning: string;
  readonly whenBlank: string;
  readonly required: string;
  readonly words: string;
  readonly examples: string;
  readonly formula: string;
  readonly gives: string;
  readonly says: string;
  readonly errors: string;
  readonly errorsIntro: string;
  readonly error: string;
  readonly reads: string;
  readonly spills: string;
  readonly optional: string;
  readonly search: string;
  readonly none: string;
  readonly intro: string;
  readonly asOf: (release: string, date: string) => string;
  readonly moreRows: (count: number) => string;
  /** The list of functions and tables. */
  readonly contents: string;
  readonly tables: string;
  readonly tablesIntro: string;
  readonly alsoCalled: string;
  readonly notTaken: string;
  readonly preview: string;
  readonly missing: string;
  readonly notes: string;
  readonly sources: string;
  /** What a blank means in a table. */
  readonly first: string;
  readonly last: string;
  readonly noLimit: string;
  readonly allItems: string;
}

export const TEXTS: Readonly<Record<"en" | "zh", HelpTexts>> = {
  en: {
    functions: "Functions",
    home: "Help",
    support: "Support",
    other: "中文",
    arguments: "Arguments",
    argument: "Argument",
    meaning: "Meaning",
    whenBlank: "When left out",
    required: "needed",
    words: "Words",
    examples: "Examples",
    formula: "Formula",
    gives: "Gives",
    says: "What it shows",
    errors: "When it cannot answer",
    errorsIntro: "An error always says what is wrong. Hover the cell, or read the same text with METALS.STATUS.",
    error: "Formula",
    reads: "Answer",
    spills: "The result spills: it needs free cells below and to the right.",
    optional: "Arguments in square brackets may be left out.",
    search: "Search functions and tables",
    none: "Nothing matches. Try a single word, such as imports, quota or source.",
    intro:
      "Every function and every prebuilt table, with its arguments and with answers computed from the data this add-in came with.",
    asOf: (release, date) => `Answers as of data release ${release} of ${date}.`,
    moreRows: (count) => `… and ${count} more ${count === 1 ? "row" : "rows"}`,
    contents: "Functions and tables",
    tables: "Prebuilt tables",
    tablesIntro:
      "A formula spills a table with its header; Insert in the pane also formats it and adds title, unit line and sources.",
    alsoCalled: "Other names it answers to:",
    notTaken: "Not taken by this table, leave blank:",
    preview: "First rows",
    missing: "Missing figures:",
    notes: "Notes",
    sources: "Sources",
    first: "the first there is",
    last: "the last there is",
    noLimit: "no limit",
    allItems: "all",
  },
  zh: {
    functions: "函数",
    home: "帮助",
    support: "支持",
    other: "English",
    arguments: "参数",
    argument: "参数",
    meaning: "含义",
    whenBlank: "省略时",
    required: "必填",
    words: "可用词",
    examples: "示例",
    formula: "公式",
    gives: "结果",
    says: "说明",
    errors: "无法回答时",
    errorsIntro: "错误总会说明原因：将鼠标悬停在单元格上，或用 METALS.STATUS 读取同样的文字。",
    error: "公式",
    reads: "回答",
    spills: "结果会溢出：下方和右侧需要有空单元格。",
    optional: "方括号中的参数可以省略。",
    search: "搜索函数和表格",
    none: "没有匹配的内容。请试一个词，例如 imports、配额或来源。",
    intro: "全部函数和预制表格及其参数；示例结果由本加载项附带的数据算出。",
    asOf: (release, date) => `结果取自 ${date} 的数据版本 ${release}。`,
    moreRows: (count) => `……另有 ${count} 行`,
    contents: "函数和表格",
    tables: "预制表格",
    tablesIntro: "公式会溢出带表头的表格；窗格中的插入功能还会设置格式，并加上标题、单位和来源。",
    alsoCalled: "也可写作：",
    notTaken: "本表不使用以下参数，请留空：",
    preview: "前几行",
    missing: "缺失的数值：",
    notes: "说明",
    sources: "来源",
    first: "最早一期",
    last: "最近一期",
    noLimit: "不限",
    allItems: "全部",
  },
};

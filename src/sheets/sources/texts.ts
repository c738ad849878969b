const en = {
  sheet: "Sources",
  title: "Sources of this workbook",
  /** `day`: to which the workbook is pinned, if it is. */
  release: (release: string, date: string, day: string | undefined) =>
    `Figures from Orebook's data release ${release} of ${date}${day ? `, as known on ${day}` : ""}, taken from the documents below`,
  written: (time: string, version: string) => `Written ${time} by Orebook ${version}`,
  licensed: (who: string) => `Some of them are licensed to ${who} alone and may not be passed on`,
  sources: ["Source", "Full citation", "Licence", "Data release", "Address", "Figures taken", "Cells"],
  /** Where in a source: nowhere in particular. */
  inText: "in the text",
  factsHeading: "Figures taken from each source",
  facts: ["Source", "What", "As printed", "Where in the source", "Status", "Published", "Cells"],
};

const zh: typeof en = {
  sheet: "来源",
  title: "本工作簿的数据来源",
  release: (release, date, day) =>
    `数值来自 Orebook 数据版本 ${release}（${date}）${day ? `，截至 ${day}` : ""}，取自以下文献`,
  written: (time, version) => `由 Orebook ${version} 生成于 ${time}`,
  licensed: (who) => `其中部分数值仅许可 ${who} 使用，不得转交他人`,
  sources: ["来源", "完整引用", "许可", "数据版本", "网址", "采用的数值", "单元格"],
  inText: "正文",
  factsHeading: "从各来源采用的数值",
  facts: ["来源", "内容", "原文数值", "在来源中的位置", "状态", "发布日期", "单元格"],
};

export const sourcesTexts = { en, zh };

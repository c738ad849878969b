/** What is done in each place of the pane, in the words people look for it by. */
const en: Readonly<Record<string, string>> = {
  updates: "Update this workbook to newer data, undo that, pin it to a date",
  share: "Send the workbook to people without the add-in: values, sources; restore formulas",
  audit: "List and check all formulas and tables; repair #NAME?",
  settings: "Language: English or Chinese",
  help: "Guide, keys and shortcuts, support",
};

const zh: typeof en = {
  updates: "把工作簿更新到新数据、撤销更新、固定日期",
  share: "发送给没有加载项的人：数值和来源；还原公式",
  audit: "检查全部公式和表格；修复 #NAME?",
  settings: "语言：中文或英文",
  help: "指南、快捷键、支持",
};

export const helpTexts = { en, zh };

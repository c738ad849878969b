import { plural } from "../../texts/plural";

/** Every text of the audit. */
const en = {
  title: "Audit",
  intro: "Every formula and table of this workbook that asks Orebook: what it asks, what it shows, and who says so.",
  notInExcel: "Open Orebook in Excel to audit a workbook.",
  check: "Check workbook",
  checkAgain: "Check again",
  outdated: "The workbook has changed since this check.",
  none: "No formula in this workbook asks Orebook.",
  summary: (formulas: string, tables: string, sheets: string) =>
    `${[formulas !== "0" && plural(formulas, "formula", "formulas"), tables !== "0" && plural(tables, "table", "tables")].filter(Boolean).join(" and ")} on ${plural(sheets, "sheet", "sheets")}`,
  filter: "Show",
  all: "All",
  traits: { error: "Errors", derived: "Derived", estimated: "Estimated", bound: "Bounds", revised: "Revised" },
  list: "Formulas and tables",
  table: "Inserted table",
  cells: (count: string) => `${count} cells`,
  published: (day: string, months: number) =>
    months === 0 ? day : `${day}, ${months} ${months === 1 ? "month" : "months"} ago`,
  notCalculated: "not calculated",
  unrecognised: "not recognised",
  hidden: (sheet: string) => `The sheet ${sheet} is hidden. Unhide it to go there.`,
  gone: (sheet: string) => `The sheet ${sheet} is gone. Check again.`,
  export: "Audit as a sheet",
  exported: (sheet: string) => `Written to the sheet ${sheet}.`,
  sources: "Sources sheet",
  sourcesWritten: (count: string, sheet: string) => `${plural(count, "source", "sources")} on the sheet ${sheet}.`,
  sourcesMoved: (sheet: string, old: string) =>
    `Written to the new sheet ${sheet}: on ${old} something else stands where the list would reach.`,
  noSources: "No figure in this workbook comes from Orebook, so there is no source to name.",
  refusals: {
    workbookProtected: () =>
      "The workbook is protected and takes no further sheet. Review › Protect Workbook lets you unprotect it; then try again.",
    sheetProtected: (sheet: string) => `The sheet ${sheet} is protected. Unprotect it, then try again.`,
  },
  repair: "Repair formulas",
  broken: (count: string) => `Excel does not recognise ${plural(count, "formula", "formulas")} (#NAME?).`,
  repaired: (count: string) => `${plural(count, "formula", "formulas")} entered again.`,
  nothingToRepair: "No formula needs repair.",
  left: (count: string) => `${plural(count, "formula", "formulas")} could not be repaired:`,
  leftReasons: {
    protected: "on a protected sheet. Unprotect it, then repair again.",
    unknownFunction: "calls a function that this version does not have. Update Orebook.",
    stillUnrecognised: "still not recognised. Close and reopen the workbook with Orebook running, then repair again.",
  },
  more: (count: string) => `and ${count} more`,
};

export type AuditViewTexts = typeof en;

const zh: typeof en = {
  title: "审核",
  intro: "本工作簿中使用 Orebook 的所有公式和表格：查询什么、显示什么、出自哪里。",
  notInExcel: "请在 Excel 中打开 Orebook 来审核工作簿。",
  check: "检查工作簿",
  checkAgain: "重新检查",
  outdated: "检查之后，工作簿又有改动。",
  none: "本工作簿中没有使用 Orebook 的公式。",
  summary: (formulas, tables, sheets) =>
    `${sheets} 张工作表上的 ${[formulas !== "0" && `${formulas} 个公式`, tables !== "0" && `${tables} 个表格`].filter(Boolean).join("和")}`,
  filter: "显示",
  all: "全部",
  traits: { error: "错误", derived: "推算", estimated: "估计", bound: "上下限", revised: "已修订" },
  list: "公式和表格",
  table: "插入的表格",
  cells: (count) => `${count} 个单元格`,
  published: (day, months) => (months === 0 ? day : `${day}，${months} 个月前`),
  notCalculated: "尚未计算",
  unrecognised: "无法识别",
  hidden: (sheet) => `工作表 ${sheet} 已隐藏，取消隐藏后才能跳转。`,
  gone: (sheet) => `工作表 ${sheet} 已不存在，请重新检查。`,
  export: "生成审核工作表",
  exported: (sheet) => `已写入工作表 ${sheet}。`,
  sources: "来源工作表",
  sourcesWritten: (count, sheet) => `工作表 ${sheet} 上列出了 ${count} 个来源。`,
  sourcesMoved: (sheet, old) => `已写入新工作表 ${sheet}：${old} 上清单将占用的位置已有其他内容。`,
  noSources: "本工作簿没有来自 Orebook 的数值，因此没有来源可列。",
  refusals: {
    workbookProtected: () => "工作簿受保护，无法新增工作表。请在“审阅 › 保护工作簿”中取消保护后重试。",
    sheetProtected: (sheet) => `工作表 ${sheet} 受保护。请取消保护后重试。`,
  },
  repair: "修复公式",
  broken: (count) => `Excel 无法识别 ${count} 个公式（#NAME?）。`,
  repaired: (count) => `已重新输入 ${count} 个公式。`,
  nothingToRepair: "没有需要修复的公式。",
  left: (count) => `${count} 个公式未能修复：`,
  leftReasons: {
    protected: "位于受保护的工作表上。请取消保护后再次修复。",
    unknownFunction: "使用了此版本没有的函数。请更新 Orebook。",
    stillUnrecognised: "仍无法识别。请在 Orebook 运行时关闭并重新打开工作簿，然后再次修复。",
  },
  more: (count) => `等另外 ${count} 处`,
};

export const auditViewTexts = { en, zh };

import { plural } from "../../texts/plural";

/** Every text of sharing. */
const en = {
  title: "Share",
  intro:
    "For people without Orebook: values instead of formulas. The formulas are kept on a sheet of their own and can come back.",
  notInExcel: "Open Orebook in Excel to share a workbook.",
  scope: "Replace in",
  scopes: { selection: "Selection", sheet: "Sheet", workbook: "Workbook" },
  will: (formulas: string, cells: string, sheets: string) =>
    `${plural(formulas, "formula becomes", "formulas become")} values in ${plural(cells, "cell", "cells")} on: ${sheets}.`,
  kept: "Number formats stay, spills become plain blocks, sources are listed on a sheet, and the workbook no longer starts the add-in.",
  /** Errors become a text. */
  told: (count: string, text: string) =>
    `${plural(count, "shows an error and", "show an error and")} will say “${text}” instead.`,
  /** Missing figures of tables become a text. */
  missingTold: (count: string, text: string) =>
    `${plural(count, "missing figure of a table", "missing figures of tables")} will say “${text}” instead of #N/A.`,
  /** Figures that an organisation has for itself alone. */
  licensed: (count: string, who: string) =>
    `${plural(count, "formula rests", "formulas rest")} on figures licensed to ${who} alone.`,
  licensedTables: (count: string, who: string) =>
    `${plural(count, "table of values has", "tables of values have")} figures licensed to ${who} alone; left out, they become #N/A and cannot be brought back.`,
  leaveOut: (text: string) => `Leave them out: “${text}” in their place`,
  errorsKept: (count: string) =>
    `${plural(count, "keeps its error, because something else needs it", "keep their error, because something else needs it")}:`,
  errorsLeft: (count: string) =>
    `${plural(count, "still shows an error, because something else needs it", "still show an error, because something else needs it")}:`,
  /** Why errors stay, after the address of their cell: what needs them. `what` is the address of a formula or the name of a chart. */
  errorReaders: {
    formula: (address: string) => `is read by the formula in ${address}`,
    chart: (name: string) => `is drawn by the chart “${name}”, which would draw a text as zero`,
  },
  unreadCharts: (charts: string, text: string) =>
    `Look at these charts before you send the workbook: ${charts}. Excel does not tell which cells they draw, and “${text}” is drawn as zero.`,
  chart: (name: string, sheet: string) => `“${name}” on ${sheet}`,
  share: "Replace by values",
  /** `what`, here and below: so many formulas and missing figures; `isOne` when that is one in all. */
  shared: (what: string, ledger: string, sources: string) =>
    `${what} replaced, kept on “${ledger}”; the sources are on “${sources}”.`,
  startupLeft: "Office did not let the add-in's start-up be cleared.",
  restoreTitle: "Bring formulas back",
  restoreIntro:
    "They go back to their places, also where rows were moved or sheets renamed. What has changed since is listed and left alone.",
  restore: "Restore formulas",
  restored: (what: string, isOne: boolean) => `${what} ${isOne ? "is" : "are"} back.`,
  keptHere: (what: string, isOne: boolean, ledger: string) => `${what} ${isOne ? "is" : "are"} kept on “${ledger}”.`,
  nothingToRestore: "No replaced formulas are kept here.",
  ledgerProtected: (sheet: string) => `The sheet “${sheet}” is protected. Unprotect it, then restore.`,
  left: (what: string, isOne: boolean) => `${what} ${isOne ? "stays" : "stay"} on the sheet that keeps them:`,
  leftReasons: {
    placeGone: "its cells or its sheet were deleted",
    referenceGone: "cells it refers to were deleted",
    protected: "its sheet is protected",
    merged: "some of its cells are merged; unmerge them, then restore again",
    changed: "its cells have changed since",
  },
  different: (count: string) => `${plural(count, "shows", "show")} another value than when shared:`,
  obstacles: {
    title: "Not yet:",
    selection: "Select one block of cells.",
    nothing: "No formula here asks Orebook.",
    protected: (sheets: string) => `Unprotect first: ${sheets}.`,
    notCalculated: (cells: string) => `Not calculated yet: ${cells}. Press F9 and wait.`,
    unrecognised: (cells: string) => `Not recognised by Excel: ${cells}. Repair them first (Audit).`,
    blocked: (cells: string) => `No room to spill: ${cells}. Clear the cells below or beside.`,
    spillRead: (cells: string) =>
      `Formulas that need a spill to stay one (#) would show #REF!: ${cells}. Write the range there instead, such as A1:B9.`,
    ownSheet: {
      workbookProtected: () =>
        "The workbook is protected and takes no further sheet. Review › Protect Workbook lets you unprotect it.",
      sheetProtected: (sheet: string) => `Unprotect the sheet “${sheet}” first.`,
    },
  },
  more: (count: string) => `and ${count} more`,
};

export type ShareViewTexts = typeof en;

const zh: typeof en = {
  title: "共享",
  intro: "供没有 Orebook 的人使用：以数值代替公式。公式保留在一张单独的工作表上，可以恢复。",
  notInExcel: "请在 Excel 中打开 Orebook 来共享工作簿。",
  scope: "替换范围",
  scopes: { selection: "选定区域", sheet: "工作表", workbook: "工作簿" },
  will: (formulas, cells, sheets) => `${formulas} 个公式将变为 ${cells} 个单元格中的数值，涉及：${sheets}。`,
  kept: "数字格式保持不变，溢出区域变为普通区域，来源列在一张工作表上，工作簿打开时不再启动加载项。",
  told: (count, text) => `${count} 处显示错误，将改为“${text}”。`,
  missingTold: (count, text) => `表格中 ${count} 个缺失数值将由 #N/A 改为“${text}”。`,
  licensed: (count, who) => `${count} 个公式使用仅许可 ${who} 使用的数值。`,
  licensedTables: (count, who) =>
    `${count} 个数值表格含有仅许可 ${who} 使用的数值；若不保留，则变为 #N/A，且不能恢复。`,
  leaveOut: (text) => `不保留这些数值，代之以“${text}”`,
  errorsKept: (count) => `${count} 处保留错误值，因为另有内容需要它：`,
  errorsLeft: (count) => `${count} 处仍显示错误值，因为另有内容需要它：`,
  errorReaders: {
    formula: (address) => `被 ${address} 中的公式引用`,
    chart: (name) => `用于图表“${name}”，文本在图表中会画成零`,
  },
  unreadCharts: (charts, text) =>
    `发送工作簿之前，请检查这些图表：${charts}。Excel 未告知它们使用哪些单元格，而“${text}”会画成零。`,
  chart: (name, sheet) => `${sheet} 上的“${name}”`,
  share: "替换为数值",
  shared: (what, ledger, sources) => `已替换 ${what}，原内容保留在“${ledger}”，来源在“${sources}”。`,
  startupLeft: "Office 未允许清除加载项的启动设置。",
  restoreTitle: "恢复公式",
  restoreIntro: "公式会回到各自的位置，行有移动或工作表改名也能找到。此后内容有变动的会列出，不作更改。",
  restore: "恢复公式",
  restored: (what) => `已恢复 ${what}。`,
  keptHere: (what, _, ledger) => `“${ledger}”上保留着 ${what}。`,
  nothingToRestore: "此处没有保留被替换的公式。",
  ledgerProtected: (sheet) => `工作表“${sheet}”受保护。请取消保护后再恢复。`,
  left: (what) => `${what}仍保留在其工作表上：`,
  leftReasons: {
    placeGone: "其单元格或工作表已删除",
    referenceGone: "其引用的单元格已删除",
    protected: "其工作表受保护",
    merged: "其部分单元格已合并，请取消合并后再恢复",
    changed: "其单元格此后有变动",
  },
  different: (count) => `${count} 处显示的数值与共享时不同：`,
  obstacles: {
    title: "暂不能进行：",
    selection: "请选定一个连续区域。",
    nothing: "此处没有使用 Orebook 的公式。",
    protected: (sheets) => `请先取消保护：${sheets}。`,
    notCalculated: (cells) => `尚未计算：${cells}。请按 F9 并等待。`,
    unrecognised: (cells) => `Excel 无法识别：${cells}。请先修复（审核）。`,
    blocked: (cells) => `溢出空间不足：${cells}。请清空下方或旁边的单元格。`,
    spillRead: (cells) => `以 # 引用溢出区域的公式将显示 #REF!：${cells}。请改写为区域，如 A1:B9。`,
    ownSheet: {
      workbookProtected: () => "工作簿受保护，无法新增工作表。请在“审阅 › 保护工作簿”中取消保护。",
      sheetProtected: (sheet) => `请先取消保护工作表“${sheet}”。`,
    },
  },
  more: (count) => `等另外 ${count} 处`,
};

export const shareViewTexts = { en, zh };

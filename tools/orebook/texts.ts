import type { FaultKind, SavedStanding } from "../../src/package";
import type { TableHindrance } from "../../src/package/refresh/tables";
import type { Language } from "../../src/query/describe";
import type { StaleReason } from "../../src/sheets/dependents";
import type { ShareObstacle } from "../../src/sheets/share/plan";

/** What the command says. */
const en = {
  faults: {
    "not-a-workbook": "it is not an Excel workbook (.xlsx or .xlsm)",
    "old-format": "it is in Excel's format of before 2007 (.xls); save it as .xlsx",
    "binary-format": "it is a binary workbook (.xlsb); save it as .xlsx",
    encrypted: "it is protected by a password to open it; take the password off",
    strict: "it is in the Strict variant of the format; save it as an ordinary .xlsx",
    signed: "it is signed, and a change would break the signature",
    damaged: "it is damaged",
    doctype: "it has a document type definition, which no workbook has",
    encoding: "a part of it is not in UTF-8",
    "too-large": "it is too large",
    unreadable: "it cannot be read",
  } satisfies Record<FaultKind, string>,
  stale: {
    volatile: "it uses a function whose value changes by itself",
    unfollowed: "it looks at cells that only Excel can find",
    link: "it looks into another workbook",
    "unknown-function": "it calls a function that is not known here",
    unreadable: "it cannot be read",
    "not-reproduced": "what Excel had shown could not be reproduced",
    "behind-stale": "it looks at a cell that was left",
    circular: "it refers to itself in a circle",
    blocked: "something stands where its values would go",
    unrecognised: "it shows #NAME?: Repair in the add-in enters it again",
  } satisfies Record<StaleReason, string>,
  hindrances: {
    "rows-would-move": "rows below it would have to move; refresh it in Excel",
    "formulas-would-change": "its formulas would change; refresh it in Excel",
  } satisfies Record<TableHindrance, string>,
  standings: {
    unknown: "it does not say which data release it stands on; say it with --from, such as --from R1",
    contradicting: "copies of the add-in say different things of where it stands",
    younger: "a younger version of Orebook wrote its settings; use that one",
  } satisfies Record<Exclude<SavedStanding["kind"], "known">, string>,
  protectedSheets: (sheets: string) => `cells would change on protected sheets (${sheets}); --protected allows it`,
  wouldChange: (cells: number) => `${cells} ${cells === 1 ? "cell" : "cells"} would change`,
  changed: (cells: number, to: string) => `${cells} ${cells === 1 ? "cell" : "cells"} changed, now as of ${to}`,
  unchanged: (to: string) => `nothing to change, as of ${to}`,
  left: (count: number) => `${count} left as ${count === 1 ? "it was" : "they were"}`,
  notVerified: "what was written could not be verified; the file is as it was",
  shared: (formulas: number) =>
    `${formulas} ${formulas === 1 ? "formula" : "formulas"} turned into values, with a sheet of sources`,
  shareObstacles: {
    selection: "nothing is selected",
    nothing: "no formula in it asks Orebook",
    protected: "cells would change on protected sheets",
    notCalculated: "formulas have not been calculated; open and save it in Excel first",
    unrecognised: "formulas show #NAME?; Repair in the add-in enters them again",
    blocked: "formulas show #SPILL!: something stands where their values would go",
    spillRead: "formulas refer to a spill as one (A1#), which would end",
    ownSheet: "the sheet of sources cannot be written",
  } satisfies Record<ShareObstacle["reason"], string>,
  headings: {
    change: ["Cell", "Formula or table", "Old", "New", "Difference", "Why", "Source"],
    stale: ["Cell", "Formula", "Why it was left"],
    audit: ["Cell", "Formula or table", "Value", "Status", "Source"],
  },
  sections: {
    changes: "Changes",
    stale: "Left as they were",
    tables: "Tables left as they were",
    refused: (reason: string) => `Refused: ${reason}.`,
  },
};

const zh: typeof en = {
  faults: {
    "not-a-workbook": "不是 Excel 工作簿（.xlsx 或 .xlsm）",
    "old-format": "是 2007 年以前的 Excel 格式（.xls）；请另存为 .xlsx",
    "binary-format": "是二进制工作簿（.xlsb）；请另存为 .xlsx",
    encrypted: "设有打开密码；请先取消密码",
    strict: "采用 Strict 变体格式；请另存为普通 .xlsx",
    signed: "已签名，任何更改都会使签名失效",
    damaged: "已损坏",
    doctype: "含有文档类型定义，工作簿不会有这种内容",
    encoding: "其中一部分不是 UTF-8 编码",
    "too-large": "文件过大",
    unreadable: "无法读取",
  },
  stale: {
    volatile: "使用了值会自行变化的函数",
    unfollowed: "引用的单元格只有 Excel 才能找到",
    link: "引用了其他工作簿",
    "unknown-function": "调用了此处未知的函数",
    unreadable: "无法读取",
    "not-reproduced": "无法重现 Excel 原先显示的值",
    "behind-stale": "引用了未更改的单元格",
    circular: "存在循环引用",
    blocked: "新值所需的位置已有内容",
    unrecognised: "显示 #NAME?：请用加载项中的“修复”重新输入",
  },
  hindrances: {
    "rows-would-move": "其下方的行需要移动；请在 Excel 中刷新",
    "formulas-would-change": "其公式需要更改；请在 Excel 中刷新",
  },
  standings: {
    unknown: "未记录所依据的数据版本；请用 --from 指明，例如 --from R1",
    contradicting: "不同加载项副本记录的数据版本不一致",
    younger: "其设置由更新版本的 Orebook 写入；请使用该版本",
  },
  protectedSheets: (sheets) => `受保护的工作表（${sheets}）上有单元格需要更改；可用 --protected 允许`,
  wouldChange: (cells) => `${cells} 个单元格将会更改`,
  changed: (cells, to) => `已更改 ${cells} 个单元格，现截至 ${to}`,
  unchanged: (to) => `无需更改，截至 ${to}`,
  left: (count) => `${count} 个保持原样`,
  notVerified: "写入内容未能通过核验；文件保持原样",
  shared: (formulas) => `已将 ${formulas} 个公式转为数值，并附来源工作表`,
  shareObstacles: {
    selection: "未选择单元格",
    nothing: "其中没有使用 Orebook 的公式",
    protected: "受保护的工作表上有单元格需要更改",
    notCalculated: "有公式尚未计算；请先在 Excel 中打开并保存",
    unrecognised: "有公式显示 #NAME?；请用加载项中的“修复”重新输入",
    blocked: "有公式显示 #SPILL!：其值所需的位置已有内容",
    spillRead: "有公式引用整个溢出区域（A1#），该区域将不复存在",
    ownSheet: "无法写入来源工作表",
  },
  headings: {
    change: ["单元格", "公式或表格", "原值", "新值", "差额", "原因", "来源"],
    stale: ["单元格", "公式", "保持原样的原因"],
    audit: ["单元格", "公式或表格", "值", "状态", "来源"],
  },
  sections: {
    changes: "更改",
    stale: "保持原样的公式",
    tables: "保持原样的表格",
    refused: (reason) => `已拒绝：${reason}。`,
  },
};

export type Texts = typeof en;

export function textsIn(language: Language): Texts {
  return { en, zh }[language];
}

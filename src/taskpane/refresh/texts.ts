import type { Language } from "../../query/describe";
import type { WorkbookFault } from "../../sheets/workbook-error";
import type { LogEntry } from "../../sheets/record";
import type { Move } from "../../workbook/refresh/desk";
import type { TableScope } from "../../sheets/tables/scope";
import { plural } from "../share/plural";

type Scope = Extract<TableScope, string>;

/** Every text of the view of data releases. */
export interface RefreshViewTexts {
  readonly title: string;
  readonly notInExcel: string;
  readonly stands: (release: string, date: string) => string;
  readonly pinned: (day: string) => string;
  readonly newest: string;
  readonly newer: (release: string, date: string) => string;
  readonly offered: (release: string, date: string, size: string) => string;
  readonly fetch: string;
  readonly fetching: string;
  readonly check: string;
  readonly latest: string;
  readonly look: string;
  readonly lookAtTables: string;
  readonly moved: (from: string, to: string) => string;
  readonly catchUp: string;
  readonly unfinished: string;
  readonly resume: string;
  readonly summary: (changes: string, formulas: string, tables: string) => string;
  readonly none: (formulas: string, tables: string) => string;
  readonly untold: (count: string) => string;
  readonly changes: string;
  readonly more: (count: string) => string;
  readonly from: string;
  readonly to: string;
  readonly export: string;
  readonly exported: (sheet: string) => string;
  readonly notExported: string;
  readonly tables: string;
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly formulas: string;
  readonly mark: string;
  readonly apply: Readonly<Record<Move, string>>;
  readonly back: (standing: string) => string;
  readonly done: (cells: string) => string;
  readonly unchanged: string;
  readonly stopped: (left: string) => string;
  /** A table, and where it is. */
  readonly tableAt: (title: string, address: string) => string;
  readonly tableNew: (title: string) => string;
  readonly tablesSame: (count: string) => string;
  readonly tableOld: (title: string, why: string) => string;
  readonly tableUnsure: (title: string) => string;
  readonly undo: string;
  readonly unmark: string;
  readonly pinTitle: string;
  readonly pinIntro: string;
  readonly day: string;
  readonly pin: string;
  readonly unpin: string;
  readonly onOpen: string;
  readonly onOpenChoices: Readonly<Record<"ask" | "never", string>>;
  readonly log: string;
  readonly logEntry: (when: string, what: string, from: string, to: string, cells: string) => string;
  readonly logWhat: Readonly<Record<LogEntry["what"], string>>;
  readonly logEmpty: string;
  readonly busy: string;
  readonly cancel: string;
  readonly canceled: string;
  readonly faults: Readonly<Record<WorkbookFault, (detail: string) => string>>;
}

const en: RefreshViewTexts = {
  title: "Data release",
  notInExcel: "Open Orebook in Excel to refresh a workbook.",
  stands: (release, date) => `This workbook is on data release ${release} of ${date}.`,
  pinned: (day) => `It is pinned: formulas answer as known on ${day}.`,
  newest: "There is no newer one here.",
  newer: (release, date) => `Data release ${release} of ${date} is newer. Nothing changes until you say so.`,
  offered: (release, date, size) => `Data release ${release} of ${date} is on offer (${size}).`,
  fetch: "Get it",
  fetching: "Getting the data",
  check: "Look for newer data",
  latest: "Looked for newer data: there is none yet.",
  look: "Show what would change",
  lookAtTables: "Compare tables",
  moved: (from, to) =>
    `Somebody else moved this workbook from ${from} to ${to}. Cells that do not show it yet follow when you say so.`,
  catchUp: "Recalculate them",
  unfinished: "A refresh is not complete: some formulas may still show their old value.",
  resume: "Complete it",
  summary: (changes, formulas, tables) =>
    `${plural(changes, "change", "changes")}; ${plural(formulas, "formula", "formulas")} and ${plural(tables, "table", "tables")} compared.`,
  none: (formulas, tables) =>
    `Nothing would change: ${plural(formulas, "formula", "formulas")} and ${plural(tables, "table", "tables")} compared.`,
  untold: (count) => `Of ${plural(count, "formula", "formulas")} only Excel can tell; they are recalculated.`,
  changes: "Changes",
  more: (count) => `and ${count} more; put them on a sheet to see all`,
  from: "old",
  to: "new",
  export: "Put on a sheet",
  exported: (sheet) => `Written to the sheet “${sheet}”.`,
  notExported: "The sheet is protected: unprotect it first.",
  tables: "Inserted tables",
  scopes: { none: "Leave", selection: "Selection", sheet: "Sheet", workbook: "Workbook" },
  formulas: "Formulas of the workbook",
  mark: "Colour changed cells",
  apply: { refresh: "Refresh", pin: "Pin", unpin: "Unpin", back: "Go back" },
  back: (standing) => `Go back to ${standing}`,
  done: (cells) => `Done: ${plural(cells, "cell shows", "cells show")} another value.`,
  unchanged: "Nothing was changed.",
  stopped: (left) =>
    `Stopped: ${plural(left, "formula still shows its", "formulas still show their")} old value. Complete it or undo it.`,
  tableAt: (title, address) => `${title} (${address})`,
  tableNew: (title) => `${title}: refreshed`,
  tablesSame: (count) => `${plural(count, "table", "tables")} without any change`,
  tableOld: (title, why) => `${title}: left as it was. ${why}`,
  tableUnsure: (title) => `${title}: Excel did not answer. Refresh again to be sure.`,
  undo: "Undo",
  unmark: "Remove colours",
  pinTitle: "Pin to a date",
  pinIntro: "Formulas then answer with what was published by that day.",
  day: "Day",
  pin: "Show what a pin would change",
  unpin: "Show what unpinning would change",
  onOpen: "When this workbook opens",
  onOpenChoices: { ask: "Ask about newer data", never: "Never ask" },
  log: "Refresh log",
  logEntry: (when, what, from, to, cells) => `${when}: ${what}, ${from} to ${to}, ${plural(cells, "cell", "cells")}`,
  logWhat: { refresh: "refreshed", undo: "undone", pin: "pinned", unpin: "unpinned" },
  logEmpty: "Never refreshed.",
  busy: "Working",
  cancel: "Cancel",
  canceled: "Cancelled.",
  faults: {
    protected: () => "Something that would have to change is protected.",
    editing: () => "A cell is being edited. Press Enter there, then try again.",
    offSheet: () => "There is not enough room before the end of the sheet.",
    changed: (cell) => `${cell} was changed meanwhile. Nothing was written; try again.`,
    halfway: (detail) =>
      `Excel stopped answering half-way: ${detail}. Some cells may already be changed. Do it again to complete it, or take it back with Undo in Excel.`,
    failed: (detail) => `Excel could not do it: ${detail}.`,
  },
};

const zh: RefreshViewTexts = {
  title: "数据版本",
  notInExcel: "请在 Excel 中打开 Orebook 来刷新工作簿。",
  stands: (release, date) => `此工作簿使用数据版本 ${release}（${date}）。`,
  pinned: (day) => `已固定日期：公式按 ${day} 时已知的数据计算。`,
  newest: "这里没有更新的版本。",
  newer: (release, date) => `数据版本 ${release}（${date}）更新。未经您确认不作任何更改。`,
  offered: (release, date, size) => `可获取数据版本 ${release}（${date}，${size}）。`,
  fetch: "获取",
  fetching: "正在获取数据",
  check: "查找更新的数据",
  latest: "已检查：尚无更新的数据。",
  look: "查看将发生的变更",
  lookAtTables: "比较表格",
  moved: (from, to) => `有人已将此工作簿从${from}切换到${to}。尚未更新的单元格将在您确认后更新。`,
  catchUp: "重新计算",
  unfinished: "刷新尚未完成：部分公式可能仍显示旧值。",
  resume: "继续完成",
  summary: (changes, formulas, tables) => `${changes} 处变更；已比较 ${formulas} 个公式和 ${tables} 个表格。`,
  none: (formulas, tables) => `没有变更；已比较 ${formulas} 个公式和 ${tables} 个表格。`,
  untold: (count) => `有 ${count} 个公式只有 Excel 能确定，将重新计算。`,
  changes: "变更",
  more: (count) => `另有 ${count} 处；写入工作表可查看全部`,
  from: "旧值",
  to: "新值",
  export: "写入工作表",
  exported: (sheet) => `已写入工作表“${sheet}”。`,
  notExported: "工作表受保护，请先取消保护。",
  tables: "插入的表格",
  scopes: { none: "不动", selection: "选定区域", sheet: "工作表", workbook: "工作簿" },
  formulas: "工作簿中的公式",
  mark: "标出变更的单元格",
  apply: { refresh: "刷新", pin: "固定", unpin: "取消固定", back: "返回" },
  back: (standing) => `返回${standing}`,
  done: (cells) => `完成：${cells} 个单元格的值已改变。`,
  unchanged: "未作任何更改。",
  stopped: (left) => `已停止：${left} 个公式仍显示旧值。请继续完成或撤销。`,
  tableAt: (title, address) => `${title}（${address}）`,
  tableNew: (title) => `${title}：已刷新`,
  tablesSame: (count) => `${count} 个表格没有变更`,
  tableOld: (title, why) => `${title}：保持原样。${why}`,
  tableUnsure: (title) => `${title}：Excel 未应答，请再次刷新以确认。`,
  undo: "撤销",
  unmark: "清除标记",
  pinTitle: "固定日期",
  pinIntro: "公式将只使用该日及之前发布的数据。",
  day: "日期",
  pin: "查看固定后的变更",
  unpin: "查看取消固定后的变更",
  onOpen: "打开此工作簿时",
  onOpenChoices: { ask: "询问是否有新数据", never: "从不询问" },
  log: "刷新记录",
  logEntry: (when, what, from, to, cells) => `${when}：${what}，从${from}到${to}，${cells} 个单元格`,
  logWhat: { refresh: "刷新", undo: "撤销", pin: "固定", unpin: "取消固定" },
  logEmpty: "从未刷新。",
  busy: "正在处理",
  cancel: "取消",
  canceled: "已取消。",
  faults: {
    protected: () => "需要更改的内容受保护。",
    editing: () => "有单元格正在编辑。请在其中按 Enter 键，然后重试。",
    offSheet: () => "距工作表末尾的空间不足。",
    changed: (cell) => `${cell} 在此期间已被更改，未写入任何内容。请重试。`,
    halfway: (detail) => `Excel 中途停止响应：${detail}。部分单元格可能已更改。请再做一次以完成，或在 Excel 中撤消。`,
    failed: (detail) => `Excel 无法完成：${detail}。`,
  },
};

export function refreshViewTexts(language: Language): RefreshViewTexts {
  return { en, zh }[language];
}

import type { Language } from "../../query/describe";
import type { WorkbookFault } from "../../sheets/workbook-error";

/** What is said while something long runs, and when it ends otherwise than wished. */
export interface RunningTexts {
  readonly percent: (done: number) => string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly unanswered: string;
  readonly faults: Readonly<Record<WorkbookFault, (detail: string) => string>>;
}

const en: RunningTexts = {
  percent: (done) => `${done} %`,
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was changed.",
  unanswered: "Excel does not answer. It may still do what it was asked for: look at the workbook before you go on.",
  faults: {
    protected: () => "Something that would have to change is protected. Nothing was changed.",
    editing: () => "A cell is being edited. Press Enter there, then try again.",
    offSheet: () => "There is not enough room before the end of the sheet.",
    changed: (cell) => `${cell} was changed meanwhile. Nothing was written; try again.`,
    halfway: (detail) =>
      `Excel stopped answering half-way: ${detail}. Some cells may already be changed. Do it again to complete it, or take it back with Undo in Excel.`,
    failed: (detail) => `Excel could not do it: ${detail}. Nothing was changed.`,
  },
};

const zh: RunningTexts = {
  percent: (done) => `已完成 ${done} %`,
  cancel: "取消",
  cancelled: "已取消，未作任何更改。",
  unanswered: "Excel 没有响应，仍可能完成先前的操作。请先查看工作簿，然后再继续。",
  faults: {
    protected: () => "需要更改的内容受保护，未作任何更改。",
    editing: () => "有单元格正在编辑。请在其中按 Enter 键，然后重试。",
    offSheet: () => "距工作表末尾的空间不足。",
    changed: (cell) => `${cell} 在此期间已被更改，未写入任何内容。请重试。`,
    halfway: (detail) => `Excel 中途停止响应：${detail}。部分单元格可能已更改。请再做一次以完成，或在 Excel 中撤消。`,
    failed: (detail) => `Excel 无法完成：${detail}。未作任何更改。`,
  },
};

export function runningTexts(language: Language): RunningTexts {
  return { en, zh }[language];
}

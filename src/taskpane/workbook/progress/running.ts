import type { Job, Progress } from "../../../sheets/job";
import { asWorkbookError, isHalfway } from "../../../sheets/workbook-error";
import type { Notice } from "../../insert/notice";
import { progressBar } from "./progress-bar";

/** How long somebody who has cancelled waits for Excel's answer. */
const PATIENCE = 5000;

const NO_ANSWER = Symbol("no answer");

export interface RunningListener {
  say(notice: Notice): void;
  busy(isBusy: boolean): void;
}

/** Work with a progress bar after half a second and a way out after two. */
export function running(texts: RunningTexts, { say, busy }: RunningListener) {
  let cancel: AbortController | undefined;
  /** Where the user began it. */
  let origin: HTMLElement | undefined;
  const waiting: (() => void)[] = [];
  let turn = Promise.resolve();
  const progress = progressBar({
    label: texts.percent,
    cancelText: texts.cancel,
    cancel: () => cancel?.abort(),
    heir: () => origin,
  });
  const begin = (controller: AbortController) => {
    cancel = controller;
    origin = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    progress.show(0);
    busy(true);
  };
  const end = () => {
    cancel = undefined;
    busy(false);
    progress.show(undefined);
    for (const resolve of waiting.splice(0)) resolve();
  };
  return {
    /** Shows how far the work is, and how to stop it. */
    element: progress.element,
    get isBusy() {
      return cancel !== undefined;
    },
    /** Does something that may run work when nothing runs, after everything else that waits for that. */
    inTurn: (act: () => Promise<void>) => {
      turn = turn.then(async () => {
        while (cancel) await new Promise<void>((resolve) => waiting.push(resolve));
        await act();
      });
    },
    cancel: () => cancel?.abort(),
    /** Runs one piece of work at a time. Undefined when it was cancelled, when it failed, or when another runs: then that is said. */
    async run<T>(work: (job: Job) => Promise<T>): Promise<T | undefined> {
      if (cancel) return undefined;
      const controller = new AbortController();
      const { signal } = controller;
      begin(controller);
      try {
        const onProgress = ({ done, total }: Progress) => {
          if (cancel === controller) progress.show(total === 0 ? 0 : done / total);
        };
        return await Promise.race([work({ signal, onProgress }), silence(signal)]);
      } catch (error) {
        if (error === NO_ANSWER) say({ tone: "warning", text: texts.unanswered });
        else if (isHalfway(error) || !signal.aborted) say({ tone: "error", text: faultText(texts, error) });
        else say({ tone: "warning", text: texts.cancelled });
        return undefined;
      } finally {
        end();
      }
    },
  };
}

export type Running = ReturnType<typeof running>;

/** Fails when Excel has not answered for a while after the work was cancelled. */
function silence(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener("abort", () => setTimeout(() => reject(NO_ANSWER), PATIENCE)),
  );
}

/** What is said of what a workbook operation ended with. */
export function faultText({ faults }: Pick<RunningTexts, "faults">, error: unknown): string {
  const fault = asWorkbookError(error);
  return faults[fault.fault](fault.detail.replace(/[.。]\s*$/, ""));
}

/** What is said while something long runs, and when it ends otherwise than wished. */
const en = {
  percent: (done: number) => `${done} %`,
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was changed.",
  unanswered: "Excel does not answer. It may still do what it was asked for: look at the workbook before you go on.",
  faults: {
    protected: () => "Something that would have to change is protected. Nothing was changed.",
    editing: () => "A cell is being edited. Press Enter there, then try again.",
    offSheet: () => "There is not enough room before the end of the sheet.",
    changed: (cell: string) => `${cell} was changed meanwhile. Nothing was written; try again.`,
    claimed: () => "Another Orebook is writing in this workbook; try again in a moment.",
    halfway: (detail: string) =>
      `Excel stopped answering half-way: ${detail}. Some cells may already be changed. Do it again to complete it, or take it back with Undo in Excel.`,
    lacking: (detail: string) => `${detail} Nothing was changed.`,
    failed: (detail: string) => `Excel could not do it: ${detail}. Nothing was changed.`,
  },
};

export type RunningTexts = typeof en;

const zh: typeof en = {
  percent: (done) => `已完成 ${done} %`,
  cancel: "取消",
  cancelled: "已取消，未作任何更改。",
  unanswered: "Excel 没有响应，仍可能完成先前的操作。请先查看工作簿，然后再继续。",
  faults: {
    protected: () => "需要更改的内容受保护，未作任何更改。",
    editing: () => "有单元格正在编辑。请在其中按 Enter 键，然后重试。",
    offSheet: () => "距工作表末尾的空间不足。",
    changed: (cell) => `${cell} 在此期间已被更改，未写入任何内容。请重试。`,
    claimed: () => "另一个 Orebook 正在写入此工作簿，请稍后再试。",
    halfway: (detail) => `Excel 中途停止响应：${detail}。部分单元格可能已更改。请再做一次以完成，或在 Excel 中撤消。`,
    lacking: (detail) => `${detail}未更改任何内容。`,
    failed: (detail) => `Excel 无法完成：${detail}。未作任何更改。`,
  },
};

export const runningTexts = { en, zh };

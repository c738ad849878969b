import { en as english } from "../../functions/messages/en";
import { zh as chinese } from "../../functions/messages/zh";
import type { Language } from "../../query/describe";
import type { Standing } from "../record";
import type { Obstacle } from "../tables/plan/obstacle";
import type { ChangeGroup } from "./formulas/group";
import type { Reason } from "./formulas/reason";

type ObstacleTexts = { readonly [K in Obstacle["kind"]]: (obstacle: Extract<Obstacle, { kind: K }>) => string };

const en = {
  reasons: {
    ...english.changes.reasons,
    unpublished: "Not published yet on that day",
    earlierRelease: "Not in that earlier data release",
    other: "Text, definition or the release itself",
  } satisfies Record<Reason, string>,
  groups: {
    revised: "Revised",
    newlyAnswered: "Newly answered",
    otherSource: "Another source answers",
    otherBasis: "Another basis answers",
    noLonger: "No longer answered",
    other: "Words or release",
  } satisfies Record<ChangeGroup, string>,
  /** Why a table stays as it is. */
  obstacles: {
    protected: () => "The sheet is protected.",
    changed: () => "It was changed at the same time; try again.",
    claimed: () => "Another Orebook is writing in this workbook; try again in a moment.",
    reshaped: () => "Its rows or columns were changed by hand so that they cannot be told apart.",
    noRoom: ({ rows, columns }) =>
      columns > 0
        ? `${columns} more free columns are needed to the right.`
        : `${rows} more free rows are needed below.`,
    reordered: () => "Its rows change their order, and other columns stand beside it.",
    ownContent: ({ row }) => `The row “${row}” goes, and something is written beside it.`,
    refused: ({ reason }) => `The table cannot be built: ${reason}`,
    fault: ({ detail }) => `Excel refused: ${detail}`,
  } satisfies ObstacleTexts,
  /** What is to be known of a change. */
  remarks: {
    part: (call: string) => `A part of the formula: ${call}`,
    blocked: "Other cells are in the way of the new rows: the formula will show #SPILL!",
    moved: (rows: number) =>
      `The same, ${Math.abs(rows)} ${Math.abs(rows) === 1 ? "row" : "rows"} further ${rows > 0 ? "down" : "up"}`,
    unrecognised: "Shows #NAME? now: Repair enters the formula again",
    pasted: "A pasted copy: once refreshed, a table of its own",
    untold: "Only Excel can tell: the formula is recalculated to be sure",
  },
  /** Where a workbook stands. */
  standing: (release: string, day: string | undefined) =>
    day === undefined ? `data release ${release}` : `data release ${release} as of ${day}`,
  sheet: {
    name: "Changes",
    title: "What would change",
    way: (from: string, to: string) => `From ${from} to ${to}`,
    written: (time: string, changes: number, formulas: number, tables: number) =>
      `Written ${time}: ${changes} changes; ${formulas} formulas and ${tables} tables compared`,
    headers: ["Cell", "Formula or table", "Old", "New", "Difference", "Reason", "Source", "Note", "Kind of change"],
  },
};

const zh: typeof en = {
  reasons: {
    ...chinese.changes.reasons,
    unpublished: "当日尚未公布",
    earlierRelease: "该较早的数据版本中没有",
    other: "文字、定义或版本本身",
  },
  groups: {
    revised: "数值修订",
    newlyAnswered: "新增数值",
    otherSource: "改由其他来源作答",
    otherBasis: "改用其他统计口径",
    noLonger: "不再有数值",
    other: "文字或版本",
  },
  obstacles: {
    protected: () => "工作表受保护。",
    changed: () => "表格同时被他人改动，请重试。",
    claimed: () => "另一个 Orebook 正在写入此工作簿，请稍后再试。",
    reshaped: () => "表格的行或列手动改动过多，无法逐一对应。",
    noRoom: ({ rows, columns }) => (columns > 0 ? `右侧还需要 ${columns} 个空列。` : `下方还需要 ${rows} 个空行。`),
    reordered: () => "表格的行序有变，而旁边另有其他列。",
    ownContent: ({ row }) => `“${row}”一行将被移除，而其旁边有手写内容。`,
    refused: ({ reason }) => `无法生成表格：${reason}`,
    fault: ({ detail }) => `Excel 拒绝操作：${detail}`,
  },
  remarks: {
    part: (call) => `公式的一部分：${call}`,
    blocked: "新增的行被其他单元格阻挡：公式将显示 #SPILL!",
    moved: (rows: number) => `数值不变，${rows > 0 ? "下移" : "上移"} ${Math.abs(rows)} 行`,
    unrecognised: "目前显示 #NAME?：用“修复”重新输入公式",
    pasted: "粘贴的副本：刷新后成为独立的表格",
    untold: "只有 Excel 能确定：将重新计算该公式",
  },
  standing: (release, day) => (day === undefined ? `数据版本 ${release}` : `数据版本 ${release}（截至 ${day}）`),
  sheet: {
    name: "变更",
    title: "将发生的变更",
    way: (from, to) => `从${from}到${to}`,
    written: (time, changes, formulas, tables) =>
      `生成于 ${time}：${changes} 处变更；已比较 ${formulas} 个公式和 ${tables} 个表格`,
    headers: ["单元格", "公式或表格", "旧值", "新值", "差额", "原因", "来源", "说明", "变更类别"],
  },
};

export const refreshTexts = { en, zh };

/** Where a workbook stands, in words. */
export function standingText({ release, day }: Standing, language: Language): string {
  return refreshTexts[language].standing(release ?? "", day);
}

/** Why a table stays as it is, in words. */
export function obstacleText(obstacle: Obstacle, language: Language): string {
  return (refreshTexts[language].obstacles[obstacle.kind] as (given: Obstacle) => string)(obstacle);
}

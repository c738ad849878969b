import type { CellState, Trait } from "./entry";

const en = {
  sheet: "Audit",
  title: "Audit of Orebook's formulas and tables",
  /** `day`: to which the workbook is pinned, if it is. */
  heldAgainst: (release: string, date: string, day: string | undefined) =>
    `Held against data release ${release} of ${date}${day ? `, as known on ${day}` : ""}`,
  written: (time: string, formulas: number, tables: number) =>
    `Written ${time}: ${formulas} ${formulas === 1 ? "formula" : "formulas"}, ${tables} ${tables === 1 ? "table" : "tables"}`,
  headers: [
    "Sheet",
    "Cells",
    "Formula",
    "What is asked",
    "Value",
    "Status",
    "To note",
    "Sources",
    "Published",
    "Age (months)",
  ],
  table: "Table inserted by Orebook",
  cells: (count: number) => `${count} cells`,
  traits: {
    error: "error",
    derived: "derived",
    estimated: "estimated",
    bound: "bound or approximate",
    revised: "revised",
  } satisfies Record<Trait, string>,
  states: {
    calculated: "",
    notCalculated: "not calculated",
    unrecognised: "not recognised: repair",
    error: "",
  } satisfies Record<CellState, string>,
};

export type AuditTexts = typeof en;

const zh: AuditTexts = {
  sheet: "审核",
  title: "Orebook 公式和表格审核",
  heldAgainst: (release, date, day) => `对照数据版本 ${release}（${date}）${day ? `，截至 ${day}` : ""}`,
  written: (time, formulas, tables) => `生成于 ${time}：${formulas} 个公式，${tables} 个表格`,
  headers: ["工作表", "单元格", "公式", "查询内容", "值", "状态", "注意", "来源", "发布日期", "已过月数"],
  table: "Orebook 插入的表格",
  cells: (count) => `${count} 个单元格`,
  traits: { error: "错误", derived: "推算", estimated: "估计", bound: "上下限或近似值", revised: "已修订" },
  states: { calculated: "", notCalculated: "尚未计算", unrecognised: "无法识别：请修复", error: "" },
};

export const auditTexts = { en, zh };

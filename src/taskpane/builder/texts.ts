import type { Language } from "../../query/describe";

export type FunctionGroup = "figures" | "facts" | "blocks" | "rareEarths";

/** Every text of the formula builder besides what the functions' own definitions say. */
export interface BuilderTexts {
  readonly title: string;
  readonly search: string;
  readonly groups: Readonly<Record<FunctionGroup, string>>;
  readonly all: string;
  /** Fills the fields from a formula that is there. */
  readonly fromCell: string;
  readonly noFormula: (address: string) => string;
  readonly computed: (address: string) => string;
  readonly optional: (count: number) => string;
  /** In a box that takes a range. */
  readonly range: string;
  readonly takeCell: (argument: string) => string;
  readonly holds: (cells: string, value: string) => string;
  readonly isEmpty: (cells: string) => string;
  readonly values: (count: number) => string;
  readonly noCells: (cells: string) => string;
  readonly result: string;
  readonly missing: (names: string) => string;
  readonly onlyExcel: string;
  readonly moreRows: (count: number) => string;
  readonly examples: string;
  readonly guide: string;
}

const en: BuilderTexts = {
  title: "Build a formula",
  search: "Search functions",
  groups: {
    figures: "Figures",
    facts: "Facts about a figure",
    blocks: "Lists and blocks that spill",
    rareEarths: "Rare earths",
  },
  all: "All functions",
  fromCell: "Open the selected cell's formula",
  noFormula: (address) => `${address} holds no formula of Orebook.`,
  computed: (address) => `The formula in ${address} computes its arguments. Change it in the cell.`,
  optional: (count) => `More arguments (${count})`,
  range: "A2:A9, or copper; zinc",
  takeCell: (argument) => `Take ${argument} from the selected cell`,
  holds: (cells, value) => `${cells} holds ${value}.`,
  isEmpty: (cells) => `${cells} is empty.`,
  values: (count) => `${count} cells`,
  noCells: (cells) => `This workbook has no cells ${cells}.`,
  result: "Result",
  missing: (names) => `Fill in ${names}.`,
  onlyExcel: "Only Excel knows what these cells hold.",
  moreRows: (count) => `… and ${count} more ${count === 1 ? "row" : "rows"}`,
  examples: "Start from an example",
  guide: "Help for this function",
};

const zh: BuilderTexts = {
  title: "编写公式",
  search: "搜索函数",
  groups: { figures: "数值", facts: "数值的说明", blocks: "溢出的列表和表格", rareEarths: "稀土" },
  all: "全部函数",
  fromCell: "打开所选单元格的公式",
  noFormula: (address) => `${address} 中没有 Orebook 公式。`,
  computed: (address) => `${address} 的公式参数由计算得出，请在单元格中修改。`,
  optional: (count) => `更多参数（${count}）`,
  range: "A2:A9，或 copper; zinc",
  takeCell: (argument) => `从所选单元格取 ${argument}`,
  holds: (cells, value) => `${cells} 的内容为 ${value}。`,
  isEmpty: (cells) => `${cells} 为空。`,
  values: (count) => `${count} 个单元格`,
  noCells: (cells) => `此工作簿没有单元格 ${cells}。`,
  result: "结果",
  missing: (names) => `请填写 ${names}。`,
  onlyExcel: "这些单元格的内容只有 Excel 知道。",
  moreRows: (count) => `……另有 ${count} 行`,
  examples: "从示例开始",
  guide: "此函数的帮助",
};

export function builderTexts(language: Language): BuilderTexts {
  return { en, zh }[language];
}

export type FunctionGroup = "figures" | "facts" | "blocks" | "rareEarths";

/** Every text of the formula builder besides what the functions' own definitions say. */
const en = {
  title: "Build a formula",
  search: "Search functions",
  groups: {
    figures: "Figures",
    facts: "Facts about a figure",
    blocks: "Lists and blocks that spill",
    rareEarths: "Rare earths",
  },
  all: "All functions",
  /** Fills the fields from a formula that is there. */
  fromCell: "Open the selected cell's formula",
  noFormula: (address: string) => `${address} holds no formula of Orebook.`,
  computed: (address: string) => `The formula in ${address} computes its arguments. Change it in the cell.`,
  optional: (count: number) => `More arguments (${count})`,
  /** In a box that takes a range. */
  range: "A2:A9, or copper; zinc",
  takeCell: (argument: string) => `Take ${argument} from the selected cell`,
  holds: (cells: string, value: string) => `${cells} holds ${value}.`,
  isEmpty: (cells: string) => `${cells} is empty.`,
  values: (count: number) => `${count} cells`,
  noCells: (cells: string) => `This workbook has no cells ${cells}.`,
  result: "Result",
  missing: (names: string) => `Fill in ${names}.`,
  onlyExcel: "Only Excel knows what these cells hold.",
  moreRows: (count: number) => `… and ${count} more ${count === 1 ? "row" : "rows"}`,
  examples: "Start from an example",
  guide: "Help for this function",
};

export type BuilderTexts = typeof en;

const zh: typeof en = {
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

export const builderTexts = { en, zh };

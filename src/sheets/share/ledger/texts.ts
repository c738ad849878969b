import { NOT_AVAILABLE } from "../../write/content";
import { replacedWords, type Tally } from "../tally";

const en = {
  sheet: "Orebook formulas",
  title: "Formulas replaced by values",
  howTo:
    "The cells below hold values. In Excel with the Orebook add-in, Share › Restore formulas brings the formulas back to their places.",
  shared: (
    time: string,
    { formulas, missing, emptied }: Tally & { readonly emptied: number },
    release: string,
    date: string,
    version: string,
  ) => {
    const values =
      formulas > 0 &&
      (formulas === 1 ? "1 formula replaced by its value" : `${formulas} formulas replaced by their values`);
    const texts =
      missing > 0 &&
      `${missing === 1 ? "1 missing figure of a table says" : `${missing} missing figures of tables say`} “${NOT_AVAILABLE}”`;
    const left =
      emptied > 0 &&
      `${emptied === 1 ? "1 licensed figure of a table" : `${emptied} licensed figures of tables`} left out (#N/A)`;
    return `${time}: ${[values, texts, left].filter(Boolean).join(", ")}. Data release ${release} of ${date}, Orebook ${version}.`;
  },
  restored: (time: string, restored: Tally, left: number) =>
    `${time}: ${replacedWords("en", restored)} brought back${left === 0 ? "." : `; the ${left} below stayed: not asked for, or changed since.`}`,
  headers: ["Sheet", "Cells", "Formula", "Shows", "Status", "Data release", "As of", "Replaced", "Check"],
};

const zh: typeof en = {
  sheet: "Orebook 公式",
  title: "已替换为数值的公式",
  howTo: "下列单元格中是数值。在装有 Orebook 加载项的 Excel 中，选择“共享 › 恢复公式”，即可把公式放回各自的位置。",
  shared: (time, { formulas, missing, emptied }, release, date, version) =>
    `${time}：${[formulas > 0 && `${formulas} 个公式已替换为数值`, missing > 0 && `表格中 ${missing} 个缺失数值显示为“${NOT_AVAILABLE}”`, emptied > 0 && `表格中 ${emptied} 个许可受限的数值已略去（#N/A）`].filter(Boolean).join("，")}。数据版本 ${release}（${date}），Orebook ${version}。`,
  restored: (time, restored, left) =>
    `${time}：已恢复 ${replacedWords("zh", restored)}${left === 0 ? "。" : `；下方 ${left} 个未要求恢复或此后有变动，仍予保留。`}`,
  headers: ["工作表", "单元格", "公式", "显示", "状态", "数据版本", "截至", "替换时间", "校验"],
};

export const ledgerTexts = { en, zh };

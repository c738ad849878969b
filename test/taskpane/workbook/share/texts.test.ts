import { auditTexts } from "../../../../src/sheets/audit/texts";
import { ledgerTexts } from "../../../../src/sheets/share/ledger/texts";
import { sourcesTexts } from "../../../../src/sheets/sources/texts";
import { helpTexts } from "../../../../src/taskpane/help/texts";
import { auditViewTexts } from "../../../../src/taskpane/workbook/audit/texts";
import { shareViewTexts } from "../../../../src/taskpane/workbook/share/texts";
import { runningTexts } from "../../../../src/taskpane/workbook/progress/running";

const TABLES = { auditViewTexts, helpTexts, shareViewTexts, runningTexts, auditTexts, sourcesTexts, ledgerTexts };

/** Every text of a table by its path; functions are called with words that show. */
function leaves(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function")
    return [[path, String((value as (...args: unknown[]) => string)("A", 2, "C", "D", "E"))]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

describe.each(Object.entries(TABLES))("%s", (_, texts) => {
  test("has the same texts in both languages, none of them empty but the states that need no word", () => {
    const [english, chinese] = [leaves(texts.en), leaves(texts.zh)];
    expect(chinese.map(([path]) => path)).toEqual(english.map(([path]) => path));
    const empty = [...english, ...chinese].filter(([, text]) => text.trim() === "").map(([path]) => path);
    expect(empty.filter((path) => ![".states.calculated", ".states.error"].includes(path))).toEqual([]);
  });

  test("is Chinese in Chinese", () => {
    const words = leaves(texts.zh).filter(([path, text]) => text !== "" && !/\.(?:href|key)$/.test(path));
    expect(words.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

/**
 * @jest-environment jsdom
 */
import type { Comparison } from "../../../../src/sheets/refresh/comparison";
import { CHANGE_GROUPS, type ChangeGroup } from "../../../../src/sheets/refresh/formulas/group";
import type { FormulaChange } from "../../../../src/sheets/refresh/formulas/formula-changes";
import type { Language } from "../../../../src/query/describe";
import { changeList } from "../../../../src/taskpane/workbook/refresh/change-list";
import { refreshViewTexts } from "../../../../src/taskpane/workbook/refresh/texts";
import { contextOf } from "../../context";

/** So many changes of each kind, one below the other, the last kind first. */
function comparisonOf(counts: Partial<Record<ChangeGroup, number>>): Comparison {
  const groups = [...CHANGE_GROUPS].reverse().flatMap((group) => Array<ChangeGroup>(counts[group] ?? 0).fill(group));
  const changed = groups.map((group, row): FormulaChange => ({
    address: `Sheet1!A${row + 1}`,
    sheetId: "1",
    row,
    column: 0,
    formula: `=METALS.PRICE("${group}",2024)`,
    part: undefined,
    blocked: false,
    isUnrecognised: false,
    old: row,
    new: row + 1,
    group,
    reason: "revision",
    source: `Source of ${group}`,
    note: "",
  }));
  return { from: { release: "R1" }, to: { release: "R2" }, formulas: 20, changed, untold: [], tables: [] } as never;
}

async function show(counts: Partial<Record<ChangeGroup, number>>, language: Language = "en"): Promise<void> {
  const context = await contextOf({ language });
  document.body.replaceChildren(changeList(context, refreshViewTexts[language], comparisonOf(counts)));
}

const all = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
const groups = () => all(".change-group");

function choose(value: string): void {
  const select = document.querySelector("select")!;
  select.value = value;
  select.dispatchEvent(new Event("change"));
}

function type(text: string): void {
  const input = document.querySelector<HTMLInputElement>(".filter-bar fluent-text-input")!;
  input.value = text;
  input.dispatchEvent(new Event("input"));
}

test("changes stand under their kind, those that matter most first, and a kind without any is left out", async () => {
  await show({ otherBasis: 2, revised: 3, newlyAnswered: 1 });
  expect(groups()).toEqual(["Revised (3)", "Newly answered (1)", "Another basis answers (2)"]);
  expect(all("option")).toEqual(["All changes (6)", ...groups()]);
  expect(all(".changes [role=status]")).toEqual(["6 changes; 20 formulas and 0 tables compared."]);
});

test("narrows by kind and by words, and leads back when nothing is left", async () => {
  await show({ otherBasis: 2, revised: 3, otherSource: 1 });
  choose("otherBasis");
  expect(groups()).toEqual(["Another basis answers (2)"]);
  type("a2");
  expect([groups(), all(".change-place")]).toEqual([["Another basis answers (1)"], ["Sheet1!A2"]]);
  type("tungsten");
  expect([groups(), document.querySelector<HTMLElement>(".change-list")!.hidden]).toEqual([[], true]);
  document.querySelector<HTMLElement>(".no-results .choice")!.click();
  expect(groups()).toHaveLength(3);
});

test("thousands of changes do not all go into the page at once", async () => {
  await show({ revised: 2000, newlyAnswered: 1 });
  expect(groups()).toEqual(["Revised (2,000)"]);
  expect(all(".change").length).toBeLessThan(100);
});

test("a few changes need no filter", async () => {
  await show({ revised: 2 });
  expect([groups(), all("select")]).toEqual([["Revised (2)"], []]);
});

test("the kinds are in the pane's language", async () => {
  await show({ revised: 5, noLonger: 1 }, "zh");
  expect(groups()).toEqual(["数值修订 (5)", "不再有数值 (1)"]);
});

import { nameOfCopy } from "../../../../workbench/host/structure/copy-sheet";

test.each([
  ["Data", [], "Data (2)"],
  ["Data", ["Data (2)", "Data (3)"], "Data (4)"],
  ["Data (2)", ["Data (2)"], "Data (3)"],
  ["A name as long as a name may be!", [], "A name as long as a name ma (2)"],
])("a copy of %s beside %j is called %s", (name, taken: readonly string[], copy) => {
  expect(nameOfCopy(name, (one) => taken.includes(one))).toBe(copy);
});

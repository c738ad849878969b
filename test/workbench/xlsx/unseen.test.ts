import { SavedWorkbook } from "../../../src/package";
import { unseenIn } from "../../../workbench/xlsx/unseen";
import { CORPUS } from "../../package/corpus";

test("what a workbook holds and the workbench does not show is named and counted", () => {
  const unseen = Object.values(CORPUS).flatMap((file) => unseenIn(SavedWorkbook.read(file)));
  expect(unseen.sort()).toEqual([
    "charts (1)",
    "comments (1)",
    "conditional formats (1)",
    "lists and limits for entries (1)",
    "macros (1)",
    "pivot tables (1)",
  ]);
});

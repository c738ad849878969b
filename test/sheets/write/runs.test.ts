import { runsOf } from "../../../src/sheets/write/runs";
import type { Content, Write } from "../../../src/sheets/write/content";

const write = (row: number, column: number, content: Content[][], sheetId = "s"): Write => ({
  sheetId,
  row,
  column,
  content,
});
const shown = (writes: Write[], mayHide = false) =>
  runsOf(writes, () => mayHide).map(({ sheetId, row, column, content }) => [sheetId, row, column, content]);

test("neighbours in a row become one", () => {
  expect(shown([write(0, 2, [[3]]), write(0, 0, [[1, 2]]), write(0, 4, [[5]])])).toEqual([
    ["s", 0, 0, [[1, 2, 3]]],
    ["s", 0, 4, [[5]]],
  ]);
});

test("rows of one width below each other become one block", () => {
  expect(shown([write(0, 0, [[1], [2]]), write(2, 0, [[3]]), write(1, 1, [[9]]), write(4, 0, [[5]])])).toEqual([
    ["s", 0, 0, [[1]]],
    ["s", 1, 0, [[2, 9]]],
    ["s", 2, 0, [[3]]],
    ["s", 4, 0, [[5]]],
  ]);
  expect(shown([write(0, 0, [[1], [2]]), write(2, 0, [[3]])])).toEqual([["s", 0, 0, [[1], [2], [3]]]]);
});

test("where rows may be hidden every run is one row high", () => {
  expect(
    shown(
      [
        write(0, 0, [
          [1, 2],
          [3, 4],
        ]),
      ],
      true,
    ),
  ).toEqual([
    ["s", 0, 0, [[1, 2]]],
    ["s", 1, 0, [[3, 4]]],
  ]);
});

test("sheets are kept apart", () => {
  expect(shown([write(0, 0, [[1]]), write(0, 1, [[2]], "t")])).toEqual([
    ["s", 0, 0, [[1]]],
    ["t", 0, 1, [[2]]],
  ]);
});

import { blockChanges } from "../../../src/sheets/refresh/comparison-lines";

const cell = (row: number, column: number, old: unknown, now: unknown) => ({ kind: "cell", row, column, old, now });
const header = ["Period", "Value"];

test("a value beside a value is one change", () => {
  expect(blockChanges(1, 2)).toEqual([cell(0, 0, 1, 2)]);
});

test("a block that grows at its end has new cells, and no row moves", () => {
  expect(blockChanges([header, [2023, 1]], [header, [2023, 1.5], [2024, 2]])).toEqual([
    cell(1, 1, 1, 1.5),
    cell(2, 0, null, 2024),
    cell(2, 1, null, 2),
  ]);
});

test("a new row at the top is told as itself, and as one move of the others; what else changed in them is told where it is now", () => {
  const changes = blockChanges(
    [header, [2023, 3], [2022, 2], [2021, 1]],
    [header, [2024, 4], [2023, 3], [2022, 2.5], [2021, 1]],
  );
  expect(changes).toEqual([
    cell(1, 0, null, 2024),
    cell(1, 1, null, 4),
    { kind: "moved", row: 2, rows: 3, columns: 2, by: 1 },
    cell(3, 1, 2, 2.5),
  ]);
});

test("a row that goes is told first, where it was, and two that change places move each", () => {
  const changes = blockChanges(
    [
      ["Chile", 5],
      ["Peru", 4],
      ["Spain", 1],
      ["Japan", 1],
    ],
    [
      ["Peru", 6],
      ["Chile", 5],
      ["Japan", 1],
    ],
  );
  expect(changes).toEqual([
    cell(2, 0, "Spain", null),
    cell(2, 1, 1, null),
    { kind: "moved", row: 0, rows: 1, columns: 2, by: -1 },
    cell(0, 1, 4, 6),
    { kind: "moved", row: 1, rows: 1, columns: 2, by: 1 },
    { kind: "moved", row: 2, rows: 1, columns: 2, by: -1 },
  ]);
});

test.each([
  [
    "rows of the same name",
    [
      ["x", 1],
      ["x", 2],
    ],
    [
      ["y", 0],
      ["x", 1],
      ["x", 2],
    ],
  ],
  ["a column alone", [[1], [2]], [[0], [1], [2]]],
])("%s are compared cell by cell", (_what, old, now) => {
  expect(blockChanges(old, now).every(({ kind }) => kind === "cell")).toBe(true);
});

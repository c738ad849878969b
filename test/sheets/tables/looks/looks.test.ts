/** How an inserted table is set off: in Excel's own styles, and the same after a refresh. */
import { buildLayout } from "../../../../src/sheets/tables/build-layout";
import type { LayoutRow, TableLayout } from "../../../../src/sheets/tables/layout";
import { changedLooks, looksOf } from "../../../../src/sheets/tables/looks/looks";
import { sessionOf } from "../../../fixtures/seeds";

const session = sessionOf();

function layoutOf(
  recipe: string,
  mode: "values" | "formulas",
  args: Readonly<Record<string, string>> = {},
): TableLayout {
  const request = { recipe, arguments: args, mode, language: "en" } as const;
  const built = buildLayout(session, request, session.standing);
  if ("refusal" in built) throw new Error(built.refusal);
  return built.layout;
}

const rowsOf = (layout: TableLayout, mode: "values" | "formulas", style: string) =>
  looksOf(layout, mode).flatMap((look) => (look.style === style ? [look.row] : []));

test.each(["values", "formulas"] as const)("header and world of %s are in built-in styles", (mode) => {
  const layout = layoutOf("world-production", mode);
  expect(rowsOf(layout, mode, "Accent1")).toEqual([layout.rows.findIndex(({ key }) => key === "header")]);
  expect(rowsOf(layout, mode, "Total").map((row) => layout.rows[row]!.cells[0])).toEqual(["World"]);
});

test("every other row of values has a band, no row of formulas, which may grow", () => {
  const layout = layoutOf("world-production", "values");
  const first = layout.rows.findIndex(({ isBody }) => isBody);
  expect(rowsOf(layout, "values", "Accent1_20").slice(0, 3)).toEqual([first + 1, first + 3, first + 5]);
  expect(rowsOf(layout, "formulas", "Accent1_20")).toEqual([]);
});

test("a missing figure is grey and to the right; the first periods stand to the left, words beside figures keep their distance", () => {
  const layout = layoutOf("rare-earth-quotas", "values", { from: "2024", to: "2025" });
  const last = layout.rows.findLastIndex(({ isBody }) => isBody);
  const looks = looksOf(layout, "values");
  expect(layout.rows[last]!.cells[1]).toEqual({ error: "#N/A" });
  expect(looks).toContainEqual({ row: last, column: 1, rows: 1, columns: 1, tone: "grey" });
  expect(looks.flatMap(({ column, side }) => (side ? [[column, side]] : []))).toEqual([
    [0, "Left"],
    ...[1, 2, 3, 4].map((column) => [column, "Right"]),
  ]);
  const dependence = layoutOf("china-dependence", "values");
  const basis = dependence.rows.find(({ key }) => key === "header")!.cells.indexOf("Basis");
  expect(looksOf(dependence, "values").find(({ isIndented }) => isIndented)?.column).toBe(basis);
});

test("columns beyond the widest that is made are wrapped, and all their rows begin at one height", () => {
  const layout = layoutOf("export-controls", "values");
  const looks = looksOf(layout, "values");
  const header = layout.rows.find(({ key }) => key === "header")!.cells;
  const wrapped = looks.filter(({ isWrapped, rows }) => isWrapped && rows > 1).map(({ column }) => header[column]);
  expect(wrapped).toContain("What");
  expect(looks.some(({ isTop, columns }) => isTop && columns === layout.columns)).toBe(true);
});

describe("after a refresh", () => {
  const row = (key: string, isBody: boolean, rest: Partial<LayoutRow> = {}): LayoutRow => ({
    key,
    isBody,
    labels: 1,
    cells: ["x", 1],
    formats: ["@", "0"],
    provenance: [[], []],
    ...rest,
  });
  const after: TableLayout = {
    title: "T",
    columns: 2,
    widths: [9, 9],
    formats: [undefined, "0"],
    sides: [undefined, "Right"],
    rows: [row("header", false), row("row 1", true), row("row 2", true), row("sources", false)],
  };
  const looks = (there: readonly (LayoutRow | undefined)[]) =>
    changedLooks(after, "formulas", (at) => there[at], after);

  test("what stays keeps what its user made of it", () => expect(looks(after.rows)).toEqual([]));

  test("a row of another kind than stood there loses its looks and gets those of its own", () => {
    const { rows } = after;
    expect(looks([rows[0], rows[1], rows[3], undefined])).toEqual([
      { row: 2, column: 0, rows: 1, columns: 2, style: "Normal", tone: "black" },
      { row: 2, column: 1, rows: 1, columns: 1, side: "Right" },
      { row: 3, column: 0, rows: 1, columns: 2, style: "Normal", tone: "black" },
      { row: 3, column: 0, rows: 1, columns: 2, tone: "grey" },
    ]);
  });

  test("below a row that came in between, bands are every other row again, and what is missing stays grey", () => {
    const [header, first, second, sources] = after.rows as [LayoutRow, LayoutRow, LayoutRow, LayoutRow];
    const missing = { ...second, missing: [1] };
    const before = { ...after, rows: [header, first, missing, sources] };
    const grown = { ...after, rows: [header, row("row 0", true), first, missing, sources] };
    const there = (at: number) => [header, undefined, first, missing, sources][at];
    const bands = changedLooks(grown, "values", there, before).filter((look) => look.band ?? look.tone === "grey");
    expect(bands).toEqual([
      { row: 2, column: 0, rows: 1, columns: 2, band: { isOn: true, from: 1 } },
      { row: 3, column: 0, rows: 1, columns: 2, band: { isOn: false, from: 2 } },
      { row: 3, column: 1, rows: 1, columns: 1, tone: "grey" },
    ]);
    expect(changedLooks(grown, "formulas", there, before).filter(({ band }) => band)).toEqual([]);
  });

  test("a figure that came is no longer grey, one that went is", () => {
    const [header, first, second, sources] = after.rows as [LayoutRow, LayoutRow, LayoutRow, LayoutRow];
    const gone = { ...after, rows: [header, { ...first, missing: [1] }, second, sources] };
    const there = (at: number) => [header, first, { ...second, missing: [1] }, sources][at];
    expect(changedLooks(gone, "formulas", there, after)).toEqual([
      { row: 1, column: 1, rows: 1, columns: 1, tone: "grey" },
      { row: 2, column: 1, rows: 1, columns: 1, tone: "black" },
    ]);
  });
});

import type { Contents } from "../../sheets/write/contents";

/** Reads what a range holds. One round trip, two where something spills. */
export async function readContents(context: Excel.RequestContext, range: Excel.Range): Promise<Contents> {
  const knowsSpills = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
  range.load("formulas,values,valueTypes,numberFormat");
  if (knowsSpills) range.load("hasSpill");
  await context.sync();
  const { formulas, values, valueTypes } = range;
  const contents = { formulas, values, valueTypes, numberFormats: range.numberFormat as string[][] };
  // null: some of the cells.
  const hasSpill = knowsSpills && range.hasSpill !== false;
  return { ...contents, spilled: hasSpill ? await readSpilled(context, range, values) : [] };
}

/** Per cell: whether another cell's formula fills it. Some builds of Excel show that formula in the cell, others its value. */
async function readSpilled(
  context: Excel.RequestContext,
  range: Excel.Range,
  values: readonly (readonly unknown[])[],
): Promise<boolean[][]> {
  range.load("rowIndex,columnIndex");
  const parents = values.map((row, r) =>
    row.map((value, c) =>
      value === "" ? undefined : range.getCell(r, c).getSpillParentOrNullObject().load("rowIndex,columnIndex"),
    ),
  );
  await context.sync();
  const { rowIndex, columnIndex } = range;
  return parents.map((row, r) =>
    row.map(
      (parent, c) =>
        parent !== undefined &&
        !parent.isNullObject &&
        (parent.rowIndex !== rowIndex + r || parent.columnIndex !== columnIndex + c),
    ),
  );
}

import type { Session } from "../../src/functions";
import { EMPTY_RECORD, toXml } from "../../src/sheets/record/document-record";
import { covers } from "../../src/sheets/notation/reference";
import { buildLayout } from "../../src/sheets/tables/build-layout";
import type { LayoutRow, TableMode } from "../../src/sheets/tables/layout";
import { looksOf } from "../../src/sheets/tables/looks/looks";
import { inLines } from "../../src/sheets/tables/looks/widths";
import { BOLD, WIDEST } from "../../src/sheets/text-width";
import { isFormulaContent, type Content } from "../../src/sheets/write/content";
import type { Recipe } from "../../src/tables";
import type { CellLook } from "./styles";
import type { Sample, SampleCell } from "./xlsx";

/** Excel takes no longer name of a sheet. */
const LONGEST_NAME = 31;

/** A prebuilt table as the pane inserts it as formulas, with what they give: title, unit, header, figures, sources and notes, set off alike. */
export function sampleOf({ id, name }: Recipe, session: Session): Sample {
  const { release, date } = session.dataset;
  const [formulas, values] = (["formulas", "values"] as const).map((mode) => layoutIn(id, mode, session));
  const looks = looksOf(formulas!, "formulas");
  const lookAt = (r: number, c: number): CellLook => Object.assign({}, ...looks.filter((look) => covers(look, r, c)));
  const rows = formulas!.rows.map((row, r) =>
    row.cells.map((_, c) => cellOf(row, values!.rows[r]!.cells[c]!, c, lookAt(r, c))),
  );
  return {
    sheet: name.replace(/[[\]:*?/\\]/g, " ").slice(0, LONGEST_NAME),
    title: formulas!.title,
    rows,
    lines: rows.map((cells) => Math.max(1, ...cells.map((cell, c) => linesOf(cell, formulas!.widths[c]!)))),
    widths: formulas!.widths.map((width) => Math.min(width, WIDEST) + 2),
    record: toXml({ ...EMPTY_RECORD, standing: { release } }),
    day: date,
  };
}

/** Not every program makes a row as high as the lines that a text is wrapped into. */
function linesOf({ value, look }: SampleCell, width: number): number {
  const room = Math.min(width, WIDEST);
  return look.isWrapped && typeof value === "string" ? inLines(value, look.isBold ? room / BOLD : room).length : 1;
}

function layoutIn(recipe: string, mode: TableMode, session: Session) {
  const built = buildLayout(
    session,
    { recipe, arguments: {}, mode, language: "en" },
    { release: session.dataset.release },
  );
  if ("refusal" in built) throw new Error(`${recipe}: ${built.refusal}`);
  return built.layout;
}

function cellOf({ isBody, cells, formats }: LayoutRow, value: Content, column: number, look: CellLook): SampleCell {
  const content = cells[column]!;
  return {
    value: typeof value === "boolean" || isFormulaContent(value) ? null : value,
    formula: isFormulaContent(content) ? content.formula : undefined,
    format: isBody && typeof value === "number" ? formats[column] : undefined,
    look,
  };
}

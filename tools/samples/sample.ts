import type { Session } from "../../src/functions";
import { EMPTY_RECORD, toXml } from "../../src/sheets/record/document-record";
import { buildLayout } from "../../src/sheets/tables/build-layout";
import type { LayoutRow, TableMode } from "../../src/sheets/tables/layout";
import { isFormulaContent, type Content } from "../../src/sheets/write/content";
import type { Recipe } from "../../src/tables";
import type { Sample, SampleCell } from "./xlsx";

/** Excel takes no longer name of a sheet. */
const LONGEST_NAME = 31;

/** A prebuilt table as the pane inserts it as formulas, with what they give: title, unit, header, figures, sources and notes. */
export function sampleOf({ id, name }: Recipe, session: Session): Sample {
  const { release, date } = session.dataset;
  const [formulas, values] = (["formulas", "values"] as const).map((mode) => layoutIn(id, mode, session));
  const rows = formulas!.rows.map((row, r) => row.cells.map((_, c) => cellOf(row, values!.rows[r]!.cells[c]!, c)));
  return {
    sheet: name.replace(/[[\]:*?/\\]/g, " ").slice(0, LONGEST_NAME),
    title: formulas!.title,
    rows,
    widths: formulas!.widths.map((width) => width + 2),
    record: toXml({ ...EMPTY_RECORD, standing: { release } }),
    day: date,
  };
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

function cellOf({ key, isBody, cells, formats }: LayoutRow, value: Content, column: number): SampleCell {
  const content = cells[column]!;
  const formula = isFormulaContent(content) ? content.formula : undefined;
  const look = key === "title" ? "title" : key === "header" ? "header" : isBody ? undefined : "quiet";
  return {
    value: typeof value === "boolean" || isFormulaContent(value) ? null : value,
    formula,
    format: isBody && typeof value === "number" ? formats[column] : undefined,
    look,
  };
}

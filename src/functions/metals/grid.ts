import type { SaidGoods } from "../../query/describe";
import type { Phrase } from "../../query/words/phrase";
import { orRefusal, Refusal, refuse } from "../../query/refusal";
import { resolved } from "../../query/answer/compute";
import { transformed } from "../../query/derived/transform";
import { askOf, checkUnit, inUnit, readerOf } from "../answering/asking";
import { FunctionError, isCellError, SPILL_CAP, type Cell, type CellError } from "../cells";
import { define, type Given, type GivenBlock, type Parameter } from "../definition";
import { refusedCell } from "../messages";
import { orLacking } from "../reading/lacking";
import { saidOf } from "../reading/said-goods";
import { asOf, countryOrUsual, indicator, itemWord, optional, period, unit } from "../reading/parameters";
import { checkHowUnit, howParameter } from "../reading/how";
import type { Session } from "../session";

/** A row or a column of cells. */
interface Line {
  readonly cells: readonly (Given | CellError)[];
  readonly lies: "across" | "down" | "single";
}

function line(description: string): Parameter<Line> {
  return {
    description,
    optional: false,
    matrix: true,
    read: (_given, { argument, block }) => lineOf(argument, block) ?? refuse("missing", { argument }),
  };
}

/** Countries are a line too; a blank one is the usual country. */
const countries: Parameter<Line | undefined> = {
  description: "Country or World; with one item a row or column of countries, across the direction of the periods",
  optional: true,
  matrix: true,
  default: countryOrUsual.default!,
  enum: countryOrUsual.enum!,
  read: (_given, { argument, block }) => lineOf(argument, block),
};

function lineOf(argument: string, block: GivenBlock): Line | undefined {
  const width = block[0]?.length ?? 0;
  if (block.length > 1 && width > 1) refuse("notLine", { argument });
  const cells = block.flat();
  if (cells.every((cell) => cell === undefined)) return undefined;
  return { cells, lies: cells.length === 1 ? "single" : width > 1 ? "across" : "down" };
}

export const GRID = define({
  id: "METALS.GRID",
  summary:
    "Spills a block of figures in one call: items and periods as their two ranges lie. A missing figure is #N/A in its own cell.",
  parameters: {
    indicator,
    items: line("Row or column of metals or products"),
    periods: line("Row or column of periods"),
    country: countries,
    unit: optional(unit, "base units"),
    as_of: asOf,
    how: howParameter("grid_how", "One or several of yoy, previous, ytd, ma3, ma12"),
  },
  spills: true,
  isWhole: ({ how }) => how !== undefined,
  examples: [
    {
      formula: '=METALS.GRID("imports",{"iron";"copper";"lithium"},{2012,2024})',
      says: "Three metals down, two years across, in USD",
    },
    {
      formula: '=METALS.GRID("quota mining","rare earths",{2022;2023;2024;2025},,"kt")',
      says: "Quotas down; 2025 is #N/A with its reason",
    },
  ],
  method({ indicator, items, periods, country, unit, as_of, how }, session) {
    const lines = country && country.cells.length > 1 ? country : items;
    checkLines(items, periods, lines);
    checkHowUnit(session, how, unit);
    const reader = readerOf(as_of, session);
    const only = lines === items ? areaOf(session, country?.cells[0]) : undefined;
    const asks = lines.cells.map((cell) =>
      attempt(session, cell, () => {
        const item = itemOf(session, indicator, (lines === items ? cell : items.cells[0]) as Given);
        const area = lines === items ? only : (areaOf(session, cell) ?? refuse("missing", { argument: "country" }));
        const ask = askOf(session, as_of, indicator, item, area);
        if (!how?.change) checkUnit(session, as_of, ask, unit);
        return ask;
      }),
    );
    const whens = periods.cells.map((cell) => attempt(session, cell, () => periodOf(session, cell as Given)));
    const rows = asks.map((ask, i) => {
      if (isCellError(ask)) return whens.map(() => ask);
      const given = (lines === items ? lines.cells[i] : items.cells[0]) as Given;
      const said = typeof given === "string" ? saidOf(session, ask.item, given) : undefined;
      const cellAt = (when: string): Cell | CellError => {
        const found = how ? orRefusal(() => transformed(reader, ask, how, when)) : resolved(reader, ask, when);
        const answered = unit ? orRefusal(() => inUnit(session, found, unit, reader)) : inUnit(session, found, unit);
        return answered instanceof Refusal ? told(session, answered, as_of.at.release, said) : answered;
      };
      return whens.map((when): Cell | CellError => (isCellError(when) ? when : cellAt(when)));
    });
    return liesAcross(lines, periods) ? transposed(rows) : rows;
  },
});

/** Countries may be a line where there is one item; they run across the direction of the periods. */
function checkLines(items: Line, periods: Line, lines: Line): void {
  const cells = lines.cells.length * periods.cells.length;
  if (cells > SPILL_CAP) refuse("tooLarge", { cells, cap: SPILL_CAP });
  if (lines === items) return;
  if (items.cells.length > 1) refuse("oneValue", { argument: "country" });
  if (lines.lies === periods.lies) refuse("parallel", { argument: "country", other: "periods" });
}

/** Items or countries go across when their range does and that of the periods does not. */
function liesAcross(lines: Line, periods: Line): boolean {
  return periods.lies === "down" ? lines.lies !== "down" : lines.lies === "across" && periods.lies === "single";
}

function areaOf(session: Session, cell: Given | CellError): string | undefined {
  if (isCellError(cell)) throw new FunctionError(cell.error, cell.message);
  return countryOrUsual.read(cell, reading(session, "country"));
}

function itemOf(session: Session, phrase: Phrase, cell: Given): string | undefined {
  const asked = cell === undefined ? refuse("missing", { argument: "items" }) : cell;
  return itemWord.read(asked, reading(session, "items", phrase));
}

function periodOf(session: Session, cell: Given): string {
  return cell === undefined
    ? refuse("missing", { argument: "periods" })
    : period.read(cell, reading(session, "periods"));
}

function reading(session: Session, argument: string, first?: Phrase) {
  const block: GivenBlock = [];
  return { argument, session, block, first };
}

/** One cell's part of the work: an error in the range stays as it is, and a refusal becomes the error of this cell alone. */
function attempt<T>(session: Session, cell: Given | CellError, work: () => T): T | CellError {
  if (isCellError(cell)) return cell;
  const found = orRefusal(work);
  return found instanceof Refusal ? told(session, found, session.standing.release) : found;
}

function told(session: Session, refusal: Refusal, release: string | undefined, said?: SaidGoods): CellError {
  return refusedCell(orLacking(refusal, session, release), session, said);
}

function transposed<T>(rows: readonly (readonly T[])[]): T[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]!));
}

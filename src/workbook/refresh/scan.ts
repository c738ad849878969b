import { callsIn, namesIn, splitSheet, type OrebookCall } from "../formula";
import { meansTheSameEverywhere } from "./name-formula";
import type { Position, WorkbookCells } from "./workbook-cells";

/** A cell whose formula asks Orebook, itself or by a defined name. */
export interface OrebookCell extends Position {
  readonly formula: string;
  /** The calls in the formula and in the names it uses. */
  readonly calls: readonly OrebookCall[];
  /** Whether a name it uses means something else in every cell: what that asks cannot be told. */
  readonly asksRelatively: boolean;
}

type Asked = Pick<OrebookCell, "calls" | "asksRelatively">;

/** Names that stand for names are followed so far. */
const MOST_NAMES = 20;

/** Every cell whose formula asks Orebook, sheet by sheet, row by row. */
export function findOrebookCells(cells: WorkbookCells): OrebookCell[] {
  const named = namesThatAsk(cells);
  return cells.snapshot.sheets.flatMap(({ id: sheetId, row, column, formulas }) =>
    formulas.flatMap((line, r) =>
      line.flatMap((formula, c): OrebookCell[] => {
        if (typeof formula !== "string" || !formula.startsWith("=")) return [];
        const asked = askedBy(formula, sheetId, cells, named);
        return asked.calls.length > 0 ? [{ sheetId, row: row + r, column: column + c, formula, ...asked }] : [];
      }),
    ),
  );
}

/** The names that ask Orebook, in lower case: known beforehand, so that an ordinary formula costs little. */
function namesThatAsk({ snapshot }: WorkbookCells): ReadonlySet<string> {
  const asking = new Set<string>();
  for (let before = -1; before !== asking.size; ) {
    before = asking.size;
    for (const { name, formula } of snapshot.names) {
      if (callsIn(formula).length > 0 || namesIn(formula).some((word) => asking.has(bare(word)))) asking.add(name.toLowerCase());
    }
  }
  return asking;
}

function askedBy(formula: string, sheetId: string, cells: WorkbookCells, named: ReadonlySet<string>, depth = 0): Asked {
  const own = callsIn(formula);
  if (named.size === 0 || depth > MOST_NAMES) return { calls: own, asksRelatively: false };
  const behind = namesIn(formula)
    .filter((word) => named.has(bare(word)))
    .flatMap((word): Asked[] => {
      const { sheet, rest } = splitSheet(word);
      const stands = cells.nameFormula(rest, sheet === undefined ? sheetId : (cells.sheetNamed(sheet) ?? sheetId));
      if (stands === undefined) return [];
      const asked = askedBy(stands, sheetId, cells, named, depth + 1);
      return [{ calls: asked.calls, asksRelatively: asked.asksRelatively || !meansTheSameEverywhere(stands) }];
    });
  return { calls: [...own, ...behind.flatMap(({ calls }) => calls)], asksRelatively: behind.some(({ asksRelatively }) => asksRelatively) };
}

function bare(word: string): string {
  return splitSheet(word).rest.toLowerCase();
}

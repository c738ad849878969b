import type { Dataset } from "../src/dataset/dataset";
import { createSession } from "../src/functions/languages";
import { auditScan } from "../src/sheets/audit/audit";
import { findChanges } from "../src/sheets/refresh/formulas/formula-changes";
import { SheetScan, WorkbookScan } from "../src/sheets/scan";
import { milliseconds, sideBySide, type Line } from "./measure";

/** Milliseconds that a formula may take in a list of changes, or in an audit. */
const ALLOWED = 0.3;
const COUNTS = [2_000, 10_000, 50_000];
const COLUMNS = 5;

const METALS = ["copper", "iron ore", "aluminium", "lithium", "manganese", "zinc", "nickel", "lead", "tin", "cobalt"];
const ASKED = ["IMPORTS", "EXPORTS", "PRODUCTION", "PRICE", "RESERVES"];

/** A sheet of formulas, no two in a row alike. */
function workbookOf(count: number): WorkbookScan {
  const rows = count / COLUMNS;
  const formulas = Array.from({ length: rows }, (_, row) =>
    ASKED.map(
      (id) => `=METALS.${id}("${METALS[row % METALS.length]}",${1986 + (Math.floor(row / METALS.length) % 40)})`,
    ),
  );
  const used = { row: 0, column: 0, rows, columns: COLUMNS };
  const facts = { id: "1", name: "Sheet1", visibility: "Visible", isProtected: false } as const;
  return new WorkbookScan(
    [new SheetScan(facts, used, [{ ...used, formulas, values: formulas.map((row) => row.map(() => 0)) }])],
    [],
    [],
  );
}

/** The list of changes and the audit over workbooks of growing size: a formula costs the same in all of them. */
export async function workbookLines(dataset: Dataset): Promise<Line[]> {
  const at = (release: string) => createSession(dataset, { addinVersion: "bench", standing: { release } });
  const [first, newest] = [at("R1"), at(dataset.releases.at(-1)!.id)];
  const lines: Line[] = [];
  for (const count of COUNTS) {
    const scan = workbookOf(count);
    const allowed = { name: "allowed", run: () => ALLOWED };
    const perFormula = (run: () => Promise<unknown>) => async () => {
      const start = performance.now();
      await run();
      return (performance.now() - start) / count;
    };
    const rounds = count > 10_000 ? 2 : 5;
    const measured = { rounds, bound: 1, told: milliseconds };
    const list = { name: "a formula", run: perFormula(() => findChanges(scan, first, newest)) };
    lines.push(await sideBySide(`list of changes of ${count} formulas`, allowed, list, measured));
    const audit = { name: "a formula", run: perFormula(() => auditScan(newest, scan, [])) };
    lines.push(await sideBySide(`audit of ${count} formulas`, allowed, audit, measured));
  }
  return lines;
}

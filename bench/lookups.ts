import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dataset } from "../src/dataset/dataset";
import { viewAt } from "../src/dataset/view";
import { createCaller } from "../src/functions";
import { createSession } from "../src/functions/languages";
import { createEngine, type Cells } from "../tools/eval/engine";
import { offer } from "../tools/eval/offer";
import { sideBySide, type Line } from "./measure";

/** A figure as an analyst would keep it on a sheet: key, series, year, value. */
type Row = readonly [key: string, series: string, year: number, value: number];

/** As many as an analyst pastes. */
const ROWS = 5000;
const ANSWERS = 10_000;
/** The engine builds its sheet anew for every formula: fewer say as much. */
const IN_ENGINE = 8;

function rowsOf(dataset: Dataset): Row[] {
  const view = viewAt(dataset);
  const yearly = dataset.series.filter(({ indicator, freq }) => indicator === "production" && freq === "a");
  return yearly
    .flatMap((series) =>
      view.periods(series).map((period): Row => {
        const { value } = view.observation(series, period)!;
        return [`${series.id} ${period}`, series.id, Number(period), Number(String(value))];
      }),
    )
    .slice(0, ROWS);
}

/** Ways to look a row's figure up in all rows, by Excel's own functions. */
const FORMULAS: Readonly<Record<string, (row: number, sheet?: string) => string>> = {
  XLOOKUP: (row) => `XLOOKUP(A${row},A$1:A$${ROWS},D$1:D$${ROWS})`,
  "INDEX and MATCH": (row) => `INDEX(D$1:D$${ROWS},MATCH(A${row},A$1:A$${ROWS},0))`,
  SUMIFS: (row) => `SUMIFS(D$1:D$${ROWS},B$1:B$${ROWS},B${row},C$1:C$${ROWS},C${row})`,
};

/** Every seventh row, so that the look-ups go all over the sheet. */
const rowOf = (index: number): number => ((index * 7) % ROWS) + 1;

/** Ours beside Excel's look-ups over the same figures, in the formula engine of `npm run eval`. */
export async function engineLines(dataset: Dataset): Promise<Line[]> {
  const rows = rowsOf(dataset);
  const cells: Cells = Object.fromEntries(
    rows.flatMap((row, i) => row.map((value, column) => [`${"ABCD"[column]}${i + 1}`, value] as const)),
  );
  const engine = await createEngine(offer(createSession(dataset, { addinVersion: "bench" })));
  const timed = async (formula: (index: number) => string, sheet: Cells) => {
    const start = performance.now();
    await engine.evaluateAll(
      Array.from({ length: IN_ENGINE }, (_, i) => formula(i)),
      sheet,
    );
    return (performance.now() - start) / IN_ENGINE;
  };
  const get = (index: number) => {
    const [, series, year] = rows[rowOf(index) - 1]!;
    return `=METALS.GET("${series}",${year})`;
  };
  // The engine puts the sheet together anew for every formula, which Excel does not.
  const sheet = () => timed(() => `=ROWS(A$1:D$${ROWS})`, cells);
  const lines: Line[] = [];
  for (const [name, formula] of Object.entries(FORMULAS)) {
    const theirs = async () =>
      Math.max(0.01, (await timed((index) => `=${formula(rowOf(index))}`, cells)) - (await sheet()));
    lines.push(
      await sideBySide(
        `in one engine, from ${ROWS} figures: ${name}`,
        { name, run: theirs },
        { name: "METALS.GET", run: () => timed(get, {}) },
        { rounds: 5 },
      ),
    );
  }
  engine.close();
  return lines;
}

/** Ours beside LibreOffice's look-ups over the same figures, less what opening the sheet takes; none where it is not installed. */
export async function libreOfficeLines(dataset: Dataset): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), "orebook-bench-"));
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    const rows = rowsOf(dataset);
    const caller = createCaller(createSession(dataset, { addinVersion: "bench" }));
    const ours = () => {
      for (let i = 0; i < ANSWERS; i++) {
        const [, series, year] = rows[rowOf(i) - 1]!;
        caller.call("METALS.GET", [series, year]);
      }
    };
    const opened = (formula: ((row: number) => string) | undefined) => {
      const file = join(folder, "look-ups.fods");
      writeFileSync(file, sheetOf(rows, formula));
      const start = performance.now();
      execFileSync(
        "soffice",
        [
          "--headless",
          `-env:UserInstallation=file://${folder}/profile`,
          "--convert-to",
          "csv",
          "--outdir",
          folder,
          file,
        ],
        { stdio: "ignore" },
      );
      return performance.now() - start;
    };
    const lines: Line[] = [];
    for (const name of ["INDEX and MATCH", "SUMIFS"]) {
      const theirs = { name, run: () => Math.max(1, opened(FORMULAS[name]) - opened(undefined)) };
      const told = { rounds: 1 };
      lines.push(
        await sideBySide(
          `LibreOffice, ${ANSWERS} answers from ${ROWS} figures: ${name}`,
          theirs,
          { name: "METALS.GET", run: ours },
          told,
        ),
      );
    }
    return lines;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    console.error("LibreOffice is not installed: its lines are left out.");
    return [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures as a flat spreadsheet, with as many look-ups below them. */
function sheetOf(rows: readonly Row[], formula: ((row: number) => string) | undefined): string {
  const cell = (value: string | number) =>
    typeof value === "number"
      ? `<table:table-cell office:value-type="float" office:value="${value}"/>`
      : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  // Three columns to the right, so that no answer stands among the figures.
  const answers = Array.from({ length: ANSWERS }, (_, i) =>
    formula ? `<table:table-cell table:formula="of:=${openFormula(formula(rowOf(i)))}"/>` : cell(1),
  );
  const lines = Array.from({ length: Math.max(rows.length, ANSWERS) }, (_, i) => {
    const figures = rows[i] ? rows[i].map(cell).join("") : '<table:table-cell table:number-columns-repeated="4"/>';
    return `<table:table-row>${figures}${answers[i] ?? ""}</table:table-row>`;
  });
  return `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="S">${lines.join("")}</table:table></office:spreadsheet></office:body></office:document>`;
}

/** References and separators as OpenFormula writes them. */
function openFormula(formula: string): string {
  return formula
    .replace(/[A-D]\$?\d+(?::[A-D]\$?\d+)?/g, (area) => `[.${area.replace(":", ":.")}]`)
    .replaceAll(",", ";");
}

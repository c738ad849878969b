/** Another program's opinion: LibreOffice opens every refreshed workbook and shows what was not to change as before. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { refreshSaved, SavedWorkbook } from "../../src/package";
import { findLibreOffice } from "../../tools/test/libreoffice";
import { sessionOf } from "../fixtures/seeds";
import { folder } from "../tools/folder";
import { CORPUS } from "./corpus";
import { moveToSecond, namedCells } from "./corpus-moved";
import { engineFor } from "./engine";
import { tableFile } from "./table-file";

const GROWING = "china-production-shares";

const office = findLibreOffice();
if (office === undefined) console.warn("LibreOffice is not installed: nothing is opened with it");

/** Comma, quotation mark, UTF-8, and every sheet in a file of its own. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

const made = folder({});
afterAll(made.remove);

const named = new Map<string, Map<string, Set<string>>>();
const fileName = (i: number, title: string): string => `book${i}.${title === "macros" ? "xlsm" : "xlsx"}`;

beforeAll(async () => {
  if (office === undefined) return;
  for (const kind of ["before", "after"]) mkdirSync(join(made.path, kind));
  for (const [i, [title, file]] of Object.entries(CORPUS).entries()) {
    const workbook = SavedWorkbook.read(file);
    named.set(title, namedCells(await moveToSecond(workbook)));
    writeFileSync(join(made.path, "before", fileName(i, title)), file);
    writeFileSync(join(made.path, "after", fileName(i, title)), workbook.bytes());
  }
  writeFileSync(join(made.path, "before", "table.xlsx"), tableFile(GROWING, "values", { release: "R2" }).bytes);
  writeFileSync(join(made.path, "after", "table.xlsx"), await grown());
  const profile = `-env:UserInstallation=${pathToFileURL(join(made.path, "profile")).href}`;
  for (const kind of ["before", "after"]) {
    const files = readdirSync(join(made.path, kind)).map((name) => join(made.path, kind, name));
    const out = join(made.path, `${kind}-csv`);
    spawnSync(office, [profile, "--headless", "--convert-to", CSV, "--outdir", out, ...files], { stdio: "ignore" });
  }
}, 300_000);

(office === undefined ? test.skip : test).each(Object.keys(CORPUS).map((title, i) => ({ title, i })))(
  "$title: opens, and shows the same but in the cells that a refresh names",
  ({ title, i }) => {
    const { sheets } = SavedWorkbook.read(CORPUS[title]!).scan;
    for (const { name } of sheets) {
      const [was, is] = ["before", "after"].map((kind) => tableOf(kind, `book${i}-${name}.csv`));
      const places = named.get(title)!.get(name);
      const rows = Math.max(was!.length, is!.length);
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < Math.max(was![row]?.length ?? 0, is![row]?.length ?? 0); column++)
          if (!places?.has(`${row} ${column}`))
            expect([name, row, column, is![row]?.[column] ?? ""]).toEqual([
              name,
              row,
              column,
              was![row]?.[column] ?? "",
            ]);
    }
  },
);

(office === undefined ? test.skip : test)(
  "a table that a refresh let grow reads as one that was inserted today",
  () => {
    const [inserted, refreshed] = ["before", "after"].map((kind) => tableOf(kind, "table-Report.csv"));
    expect(refreshed).toEqual(inserted);
    expect(refreshed!.length).toBeGreaterThan(40);
  },
);

/** A table of an earlier day in a workbook that was brought up to date. */
async function grown(): Promise<Uint8Array> {
  const from = { release: "R1", day: "2025-06-30" };
  const to = { release: "R2", day: undefined };
  const workbook = SavedWorkbook.read(tableFile(GROWING, "values", from).bytes);
  const session = { ...sessionOf(), standing: from };
  const engines = { before: engineFor(session), after: engineFor({ ...session, standing: to }) };
  await refreshSaved(workbook, { session, way: { from, to }, engines, now: "2026-12-02T00:00:00.000Z" });
  return workbook.bytes();
}

function tableOf(kind: string, name: string): string[][] {
  const file = join(made.path, `${kind}-csv`, name);
  // LibreOffice writes nothing for what it cannot open.
  expect([name, existsSync(file)]).toEqual([name, true]);
  return parse(readFileSync(file), { relax_column_count: true, bom: true });
}

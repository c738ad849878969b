import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { ReleaseFile } from "../src/dataset/format/codec";
import { Dataset } from "../src/dataset/dataset";
import { createSession } from "../src/functions/languages";
import { refreshSaved, SavedWorkbook } from "../src/package";
import { addressOfCell } from "../src/sheets/notation/place";
import { findChanges } from "../src/sheets/refresh/formulas/formula-changes";
import { milliseconds, type Line } from "./measure";

const ROWS = 5_000;
const COLUMNS = 100;
const FORMULAS = 10_000;
const METALS = ["copper", "iron ore", "lithium", "manganese", "aluminium"];
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook of half a million cells, 10,000 of them Orebook's: what a person's largest report may be. */
function largeWorkbook(): Uint8Array {
  const asking = FORMULAS / ROWS;
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const cells = Array.from({ length: COLUMNS }, (__, column) => {
      const place = addressOfCell(row, column);
      if (column >= asking) return `<c r="${place}"><v>${row * column}</v></c>`;
      const metal = METALS[(row + column) % METALS.length]!;
      const year = 2012 + (row % 13);
      return `<c r="${place}"><f>_xldudf_METALS_IMPORTS("${metal}",${year})</f><v>1</v></c>`;
    });
    return `<row r="${row + 1}">${cells.join("")}</row>`;
  });
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, strToU8(text)])));
}

function relations(type: string, target: string): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}

/**
 * A refresh of a large saved workbook beside the product's own list of changes, in one run: at most three times as long, the
 * list at most 0.3 ms a formula, memory below 600 MB.
 */
export async function headlessLines(): Promise<Line[]> {
  const data = join(__dirname, "..", "build", "data");
  const { file } = JSON.parse(readFileSync(join(data, "latest.json"), "utf8")) as { file: string };
  const dataset = new Dataset(JSON.parse(readFileSync(join(data, file), "utf8")) as ReleaseFile);
  const [from, to] = [{ release: "R1", day: "2025-06-30" }, { release: dataset.release }];
  const session = createSession(dataset, { addinVersion: "0.0.0", standing: from });
  const bytes = largeWorkbook();
  const base = process.memoryUsage().rss;

  let begun = performance.now();
  const workbook = SavedWorkbook.read(bytes);
  const reading = performance.now() - begun;

  begun = performance.now();
  const changes = await findChanges(workbook.scan, session, { ...session, standing: to });
  const listing = performance.now() - begun;

  begun = performance.now();
  const engine = {
    has: () => false,
    evaluate: () => Promise.reject(new Error("no formula stands behind another here")),
  };
  await refreshSaved(workbook, {
    session,
    way: { from, to },
    engines: { before: engine, after: engine },
    now: "2026-12-01T00:00:00.000Z",
  });
  const size = workbook.bytes().length;
  const refreshing = performance.now() - begun;
  const memory = process.memoryUsage().rss;

  const megabytes = (count: number) => `${Math.round(count / 1e6)} MB`;
  const what = `saved workbook of ${ROWS * COLUMNS} cells, ${FORMULAS} formulas`;
  return [
    {
      what: `${what}: list of changes, a formula`,
      left: "allowed 0.3 ms",
      right: milliseconds(listing / FORMULAS),
      ratio: listing / FORMULAS / 0.3,
      bound: 1,
    },
    {
      what: `${what}: refreshed, read to written (${megabytes(size)})`,
      left: `list of ${changes.changed.length} changes ${milliseconds(listing)}`,
      right: milliseconds(reading + refreshing),
      ratio: (reading + refreshing) / listing,
      bound: 3,
    },
    {
      what: `${what}: memory, ${megabytes(memory - base)} of it for the workbook`,
      left: "allowed 600 MB",
      right: megabytes(memory),
      ratio: memory / 600e6,
      bound: 1,
    },
  ];
}

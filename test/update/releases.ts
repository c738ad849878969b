/** Data releases for tests: the first, and later ones made from it with invented figures that never leave the tests. */
import { createHash } from "node:crypto";
import { decodeTable, encodeTable, type ReleaseFile, type TextTable } from "../../src/dataset/format/codec";
import { comparePeriods } from "../../src/dataset/period";
import type { Notice } from "../../src/update";
import { firstRelease } from "../fixtures/compiled";

export type Cells = Readonly<Record<string, string>>;

export interface Change {
  readonly id: string;
  readonly date: string;
  /** Figures that no longer count, by series and period. */
  readonly withdraw?: readonly (readonly [series: string, period: string])[];
  /** Figures that are new. Columns not given are those of the last figure of the series. */
  readonly add?: readonly (Cells & { readonly series: string; readonly period: string; readonly value: string })[];
  readonly corrections?: readonly Cells[];
}

/** A release after `before`. */
export function nextRelease(
  before: ReleaseFile,
  { id, date, withdraw = [], add = [], corrections = [] }: Change,
): ReleaseFile {
  const table = (name: string) => decodeTable(before.tables[name]!);
  const releases = appended(table("releases"), [{ id, date, summary: `Release ${id}`, summary_zh: `版本 ${id}` }]);
  const observations = changed(table("observations"), id, withdraw, add);
  const tables = { releases, observations, corrections: appended(table("corrections"), corrections) };
  const encoded = Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, encodeTable(text)]));
  return { ...before, release: id, date, tables: { ...before.tables, ...encoded } };
}

/** The release with its rows of figures changed in place, which no honest release ever does. */
export function editedRelease(file: ReleaseFile, edit: (row: Cells) => Cells): ReleaseFile {
  return withRows(file, "observations", (rows) => rows.map(edit));
}

/** The release with other rows in a table. */
export function withRows(file: ReleaseFile, name: string, edit: (rows: Cells[]) => Cells[]): ReleaseFile {
  const { columns, rows } = decodeTable(file.tables[name]!);
  const edited = edit(rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]!]))));
  const table = encodeTable({ columns, rows: edited.map((row) => columns.map((column) => row[column] ?? "")) });
  return { ...file, tables: { ...file.tables, [name]: table } };
}

export const COPPER = "imports.copper.chn.wld.value.customs.a";
export const LITHIUM = "imports.lithium.chn.wld.value.customs.a";

/** The release after the first, or after another one without later figures, with three figures that differ: copper 2024 revised, copper 2025 new, lithium 2024 corrected. */
export function secondRelease(before: ReleaseFile = firstRelease()): ReleaseFile {
  const published = "2026-11-30";
  return nextRelease(before, {
    id: "R2",
    date: "2026-12-01",
    withdraw: [[LITHIUM, "2024"]],
    add: [
      { series: COPPER, period: "2024", value: "67.5", published, known: published },
      { series: COPPER, period: "2025", value: "70", published, known: published },
      { series: LITHIUM, period: "2024", value: "2.5" },
    ],
    corrections: [{ id: "c1", series: LITHIUM, period: "2024", reason: "misread digit", release: "R2" }],
  });
}

/** A release on which an organisation added nothing but itself. */
export function withOverlay(before: ReleaseFile, id: string): ReleaseFile {
  const table = { columns: ["id", "title", "address"], rows: [["acme", "Acme Bank", "https://data.acme.example/"]] };
  const next = nextRelease(before, { id, date: "2026-12-20" });
  return { ...next, tables: { ...next.tables, overlays: encodeTable(table) } };
}

export interface Published {
  readonly notice: Notice;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A release as it lies on a server. */
export function published(file: ReleaseFile): Published {
  const bytes = new TextEncoder().encode(`${JSON.stringify(file)}\n`) as Uint8Array<ArrayBuffer>;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { release, date, minAddin } = file;
  return {
    bytes,
    notice: {
      release,
      date,
      file: `release-${release.replace("+", "-")}-${sha256.slice(0, 10)}.json`,
      sha256,
      bytes: bytes.length,
      notes: `Release ${release}`,
      minAddin,
    },
  };
}

function appended({ columns, rows }: TextTable, cells: readonly Cells[]): TextTable {
  return { columns, rows: [...rows, ...cells.map((row) => columns.map((column) => row[column] ?? ""))] };
}

/** Rows stay in the order of series, period and publication, as look-ups need them. */
function changed(
  { columns, rows }: TextTable,
  release: string,
  withdraw: NonNullable<Change["withdraw"]>,
  add: NonNullable<Change["add"]>,
): TextTable {
  const at = (name: string) => columns.indexOf(name);
  const next = rows.map((row) => [...row]);
  for (const [series, period] of withdraw) {
    const found = next.filter(
      (row) => row[at("series")] === series && row[at("period")] === period && row[at("withdrawn")] === "",
    );
    if (found.length !== 1) throw new Error(`${found.length} figures of ${series} ${period}`);
    found[0]![at("withdrawn")] = release;
  }
  for (const cells of add) {
    const last = next.findLastIndex(
      (row) => row[at("series")] === cells.series && comparePeriods(row[at("period")]!, cells.period) <= 0,
    );
    if (last < 0) throw new Error(`no figure of ${cells.series} to go by`);
    const like = Object.fromEntries(columns.map((column, i) => [column, next[last]![i]!]));
    const row: Cells = {
      ...like,
      relation: "exact",
      note: "",
      formula: "",
      inputs: "",
      ...cells,
      added: release,
      withdrawn: "",
    };
    next.splice(
      last + 1,
      0,
      columns.map((column) => row[column]!),
    );
  }
  return { columns, rows: next };
}

import { parse, type Options } from "csv-parse/sync";
import { remembering } from "../../../src/dataset/remembering";
import type { Report } from "../problem";
import { pathsOf, type Field, type Resource } from "./descriptor";
import type { Files } from "./files";
import { Row, type Table } from "./table";

/** A record, and the line where it begins. */
export interface Line {
  readonly record: readonly string[];
  readonly line: number;
}

/** Reads the files of a table. Whatever keeps a line from being read by column names is reported and the line left out. */
export function readTable(resource: Resource, fields: readonly Field[], files: Files, report: Report): Table {
  const rows = pathsOf(resource).flatMap((path) => {
    const bytes = files.get(path);
    return bytes ? readRows(path, bytes, fields, report) : [];
  });
  return { resource, rows };
}

function readRows(file: string, bytes: Uint8Array, fields: readonly Field[], report: Report): Row[] {
  const text = decode(file, bytes, report);
  if (text === undefined) return [];
  const [header, ...lines] = parseLines(file, text, report);
  if (!header) return [];
  const names = fields.map(({ name }) => name);
  const fault = headerFault(header.record, names);
  if (fault) {
    report.problem({ file, line: 1 }, fault);
    return [];
  }
  return lines.flatMap(({ record, line }) => {
    if (record.length !== names.length) {
      report.problem(
        { file, line },
        record.length === 1 && record[0] === ""
          ? "empty line"
          : `has ${record.length} cells; the header has ${names.length}`,
      );
      return [];
    }
    return [new Row(file, line, Object.fromEntries(names.map((name, i) => [name, record[i]!])))];
  });
}

function decode(file: string, bytes: Uint8Array, report: Report): string | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    report.problem({ file, line: 1 }, "is not UTF-8");
    return undefined;
  }
  if (text.startsWith("\uFEFF")) {
    report.problem({ file, line: 1 }, "begins with a byte-order mark");
    return undefined;
  }
  const carriageReturn = text.indexOf("\r");
  if (carriageReturn >= 0) {
    report.problem(
      { file, line: text.slice(0, carriageReturn).split("\n").length },
      "has a carriage return; lines end with a line feed alone",
    );
    return undefined;
  }
  return text;
}

function parseLines(file: string, text: string, report: Report): readonly Line[] {
  try {
    const lines = linesOf(text);
    if (lines.length === 0) report.problem({ file, line: 1 }, "has no header row");
    return lines;
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number };
    report.problem({ file, line: lines ?? 1 }, `is not CSV: ${message}`);
    return [];
  }
}

/** Whoever reads a package again after a change reads most files as they were; of those there are not this many. */
const linesOf = remembering((text: string): readonly Line[] => numberedLines(text), 500);

/** The records of a CSV text. Throws an Error with `lines`, where it is none. */
export function numberedLines(text: string, options: Options = {}): Line[] {
  const found = parse(text, { info: true, relax_column_count: true, ...options }) as unknown as {
    readonly record: string[];
    /** Where the record ends. */
    readonly info: { readonly lines: number };
  }[];
  return found.map(({ record, info }) => ({ record, line: info.lines - record.join("").split("\n").length + 1 }));
}

function headerFault(header: readonly string[], names: readonly string[]): string | undefined {
  const missing = names.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !names.includes(name));
  const faults = [
    ...unknown.map((name) => `unknown column "${name}"`),
    ...missing.map((name) => `missing column "${name}"`),
  ];
  if (faults.length > 0) return faults.join("; ");
  return header.join() === names.join() ? undefined : `columns must be, in this order: ${names.join(", ")}`;
}

import { fieldsOf, list, type Fields } from "./fields";
import { readTable, type InsertedTable } from "./inserted-table";
import { readLogEntry, type LogEntry } from "./refresh-log";
import { keptStanding, type KeptStanding } from "./standing";

/** What the document remembers besides its standing. */
export interface DocumentRecord {
  readonly tables: readonly InsertedTable[];
  readonly log: readonly LogEntry[];
  /**
   * Where the workbook stood when that was last written down here. Settings belong to one copy of the add-in, this to the
   * file: it tells another copy, which finds no settings of its own.
   */
  readonly standing?: KeptStanding;
}

export const NAMESPACE = "urn:orebook:record";
export const EMPTY_RECORD: DocumentRecord = { tables: [], log: [] };

const VERSION = 1;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The record as a custom XML part: JSON as the text of one element, so that nothing Excel does to XML can hurt it. */
export function toXml(record: DocumentRecord, kept: Fields = {}): string {
  const json = JSON.stringify({ ...kept, ...record });
  return `<orebook xmlns="${NAMESPACE}" version="${VERSION}">${json.replace(/[&<>]/g, (character) => ENTITIES[character]!)}</orebook>`;
}

/** The record in a part; what is damaged in it is left out. */
export function fromXml(xml: string): DocumentRecord {
  const fields = fieldsIn(xml);
  const standing = keptStanding(fields["standing"]);
  return {
    tables: list(fields["tables"], readTable),
    log: list(fields["log"], readLogEntry),
    ...(standing.release !== undefined && { standing }),
  };
}

/** What several parts tell together; two people who begin at once make one each. */
export function mergedRecords(records: readonly DocumentRecord[]): DocumentRecord {
  const tables = new Map(records.flatMap((record) => record.tables.map((table) => [table.id, table] as const)));
  const log = records.flatMap((record) => record.log).sort((a, b) => (a.at < b.at ? -1 : 1));
  const standing = records.findLast((record) => record.standing)?.standing;
  return { tables: [...tables.values()], log, ...(standing && { standing }) };
}

/** Everything in a part, also what a later version put there. */
export function fieldsIn(xml: string): Fields {
  const content = /<[^!?][^>]*>([^]*)<\/[^>]*>\s*$/.exec(xml)?.[1] ?? "";
  try {
    const text = content.replace(/^\s*<!\[CDATA\[([^]*)\]\]>\s*$/, "$1");
    return fieldsOf(JSON.parse(text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, unescaped)));
  } catch {
    return {};
  }
}

function unescaped(entity: string, hex?: string, decimal?: string, name?: string): string {
  if (hex) return String.fromCodePoint(parseInt(hex, 16));
  if (decimal) return String.fromCodePoint(Number(decimal));
  return CHARACTERS[name ?? ""] ?? entity;
}

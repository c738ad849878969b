import type { Dataset } from "../../src/dataset/dataset";
import type { Session } from "../../src/functions";
import { recordIn } from "../../src/package";
import { shortCitation, sourceOf } from "../../src/query/citation";
import { auditScan } from "../../src/sheets/audit/audit";
import type { AuditEntry } from "../../src/sheets/audit/entry";
import { toldOf } from "../../src/sheets/formula";
import { addressOf } from "../../src/sheets/notation/place";
import { csvText } from "../data/release/csv";
import { tableText } from "./markdown";
import { openWorkbook } from "./open";
import { put } from "./output";
import { withProgress } from "./progress";
import { textsIn } from "./texts";
import { UsageError, type Command } from "./usage";

/** One formula or table, as the audit tells it. */
interface Line {
  readonly address: string;
  readonly what: string;
  readonly value: string | number | boolean;
  readonly status: string;
  readonly source: string;
}

/** `orebook audit FILE`: every Orebook formula and table, as a table of Markdown unless something else is asked for. */
export async function audit(command: Command, dataset: Dataset): Promise<number> {
  const { files, options, language } = command;
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UsageError("audit takes one workbook");
  const { workbook, session } = openWorkbook(file, command, dataset);
  const { entries } = await withProgress(file, (job) =>
    auditScan(session, workbook.scan, recordIn(workbook.file).tables, job),
  );
  const lines = entries.map((entry) => lineOf(entry, session));
  const { headings } = textsIn(language);
  const cells = lines.map(({ address, what, value, status, source }) => [address, what, String(value), status, source]);
  const { json, csv, markdown = json === undefined && csv === undefined ? "-" : undefined } = options;
  put(json, `${JSON.stringify(lines, undefined, 2)}\n`);
  put(csv, csvText({ columns: headings.audit, rows: cells }));
  put(markdown, `${tableText(headings.audit, cells).join("\n")}\n`);
  return 0;
}

function lineOf({ place, kind, formula, question, value, status, sources }: AuditEntry, session: Session): Line {
  return {
    address: addressOf(place),
    what: kind === "table" ? question : formula,
    value: toldOf(value),
    status,
    source: [...new Set(sources.map((id) => shortCitation(sourceOf(session.dataset, id))))].join("; "),
  };
}

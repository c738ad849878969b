import { createHash } from "node:crypto";
import { version } from "../../package.json";
import { addressOfNode, type RefreshedWorkbook } from "../../src/package";
import type { Language } from "../../src/query/describe";
import { toldOf, type Scalar, type Value } from "../../src/sheets/formula";
import type { Standing } from "../../src/sheets/record";
import { changeLines, type ChangeLine } from "../../src/sheets/refresh/comparison-lines";
import { obstacleText } from "../../src/sheets/refresh/texts";
import { tableText } from "./markdown";
import { textsIn } from "./texts";

/** What became of one workbook: the JSON of `--json`, as docs/refresh-report.schema.json has it. The second was not refreshed. */
export type FileReport = RefreshReport | { readonly schema: 1; readonly file: string; readonly refused: string };

type RefreshReport = ReturnType<typeof reportOf>;

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function reportOf(
  file: string,
  input: Uint8Array,
  { comparison, changed, stale, tables }: RefreshedWorkbook,
  { from, to, language }: { from: Standing; to: Standing; language: Language },
) {
  const texts = textsIn(language);
  const lines = changeLines(comparison, language);
  const own = new Set(comparison.changed.map(({ address }) => address));
  const behind = changed.filter(({ node }) => !own.has(addressOfNode(node)));
  const shown = new Map(changed.map((one) => [addressOfNode(one.node), one]));
  const count = (why: string) => stale.filter((one) => one.why === why).length;
  return {
    schema: 1 as const,
    file,
    sha256: { in: sha256(input), out: null as string | null },
    addin: version,
    from,
    to,
    orebook: {
      formulas: comparison.formulas,
      changed: comparison.changed.length,
      unchanged: comparison.formulas - comparison.changed.length - comparison.untold.length,
      needsRepair: count("unrecognised"),
      blocked: count("blocked"),
    },
    dependents: { updated: behind.length, stale: stale.length },
    tables: tables.map(({ plan, cells, hindrance }, i) => ({
      title: plan.title,
      address: comparison.tables[i]?.address ?? "",
      cells: cells.length,
      left: plan.obstacle ? obstacleText(plan.obstacle, language) : hindrance ? texts.hindrances[hindrance] : null,
    })),
    changes: [...lines.map((line) => asShown(line, shown)), ...behind.map(behindLine)],
    stale: stale.map(({ node, why }) => ({
      address: addressOfNode(node),
      formula: node.formula,
      why: texts.stale[why],
    })),
  };
}

/** A formula of which only a part asks Orebook is told with what its cell shows. */
function asShown(line: ChangeLine, shown: ReadonlyMap<string, RefreshedWorkbook["changed"][number]>): ChangeLine {
  const cell = shown.get(line.address);
  if (!cell || Array.isArray(cell.new)) return line;
  const { old, new: now, difference } = behindLine(cell);
  return { ...line, old, new: now, difference };
}

function behindLine({ node, old, new: now }: RefreshedWorkbook["changed"][number]): ChangeLine {
  const [before, after] = [told(old), told(now)];
  const difference = typeof before === "number" && typeof after === "number" ? after - before : "";
  return {
    address: addressOfNode(node),
    what: node.formula,
    old: before,
    new: after,
    difference,
    group: "other",
    reason: "",
    source: "",
    note: "",
  };
}

function told(value: Value): string | number | boolean {
  const first: Scalar = Array.isArray(value) ? value[0]![0]! : value;
  return toldOf(first);
}

/** The report as Markdown, such as for a comment on a change. */
export function markdownOf(reports: readonly FileReport[], language: Language): string {
  const { sections } = textsIn(language);
  const lines = reports.flatMap((report) => [
    `## ${report.file}`,
    ...("refused" in report ? ["", sections.refused(report.refused)] : refreshLines(report, language)),
  ]);
  return `${lines.join("\n")}\n`;
}

function refreshLines({ changes, stale, tables }: RefreshReport, language: Language): string[] {
  const { headings, sections } = textsIn(language);
  const columns = ["address", "what", "old", "new", "difference", "reason", "source"] as const;
  const changed = changes.map((one) => columns.map((column) => one[column]));
  const left = tables.filter((table) => table.left !== null);
  return [
    ...section(sections.changes, headings.change, changed),
    ...section(
      sections.stale,
      headings.stale,
      stale.map(({ address, formula, why }) => [address, formula, why]),
    ),
    ...section(
      sections.tables,
      headings.stale,
      left.map((table) => [table.address, table.title, table.left]),
    ),
  ];
}

function section(heading: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): string[] {
  return rows.length === 0 ? [] : ["", `### ${heading}`, "", ...tableText(columns, rows)];
}

import type { Dataset } from "../../src/dataset/dataset";
import type { Session } from "../../src/functions";
import { refreshSaved, type SavedWorkbook, type RefreshedWorkbook } from "../../src/package";
import type { FormulaEngine } from "../../src/sheets/dependents";
import type { Job } from "../../src/sheets/job";
import type { Standing } from "../../src/sheets/record";
import { createEngine } from "../eval/engine";
import { offer } from "../eval/offer";
import { openWorkbook, timeIn } from "./open";
import { targetOf, writeWhole } from "./output";
import { withProgress } from "./progress";
import { reasonOf, Refused } from "./refused";
import { reportOf, sha256, type FileReport } from "./report";
import { asOf } from "./standing";
import { textsIn } from "./texts";
import type { Command } from "./usage";
import { isAsMeant } from "./verify";

/** Computes formulas, Orebook's functions among them, as a session answers. */
async function engineFor(session: Session): Promise<FormulaEngine & { close(): void }> {
  const engine = await createEngine(offer(session));
  return { ...engine, evaluate: engine.compute };
}

/** How one workbook ended. */
const CODES = { done: 0, wouldChange: 1, refused: 3, left: 4 } as const;

export interface FileOutcome {
  readonly file: string;
  readonly code: (typeof CODES)[keyof typeof CODES];
  /** One line for people. */
  readonly line: string;
  readonly report: FileReport;
}

/** Refreshes workbooks one after the other; a refused one does not stop the others. */
export async function refreshFiles(
  command: Command,
  dataset: Dataset,
  told: (outcome: FileOutcome) => void,
): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const file of command.files) {
    const outcome = await refreshFile(file, command, dataset);
    told(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

async function refreshFile(file: string, command: Command, dataset: Dataset): Promise<FileOutcome> {
  try {
    return await withProgress(file, (job) => attempt(file, command, dataset, job));
  } catch (error) {
    const reason = reasonOf(error, command.language);
    if (reason === undefined) throw error;
    return { file, code: CODES.refused, line: `${file}: ${reason}`, report: { schema: 1, file, refused: reason } };
  }
}

async function attempt(file: string, command: Command, dataset: Dataset, job: Job): Promise<FileOutcome> {
  const { options, language, files } = command;
  const texts = textsIn(language);
  const { input, workbook, session, here, from } = openWorkbook(file, command, dataset);
  const to = destination(here, command, session);
  const refreshed = await moved(workbook, session, { from, to }, command, job);
  const report = reportOf(file, input, refreshed, { from, to, language });
  const cells = report.changes.length;
  if (options.check)
    return {
      file,
      code: refreshed.isChanged ? CODES.wouldChange : CODES.done,
      line: `${file}: ${refreshed.isChanged ? texts.wouldChange(cells) : texts.unchanged(words(to))}`,
      report,
    };
  const left = report.stale.length + report.tables.filter((table) => table.left !== null).length;
  if (left > 0 && options.stale === "fail") throw new Refused(texts.left(left));
  const locked = lockedSheets(refreshed);
  if (locked.length > 0 && !options.protected) throw new Refused(texts.protectedSheets(locked.join(", ")));
  const bytes = workbook.bytes();
  writeWhole(targetOf(file, options.output, files.length > 1), bytes, (written) => {
    if (!isAsMeant({ written, meant: bytes, input, file: workbook.file, refreshed, to }))
      throw new Refused(texts.notVerified);
  });
  const line = refreshed.isChanged ? texts.changed(cells, words(to)) : texts.unchanged(words(to));
  return {
    file,
    code: left > 0 ? CODES.left : CODES.done,
    line: `${file}: ${[line, ...(left > 0 ? [texts.left(left)] : [])].join("; ")}`,
    report: { ...report, sha256: { ...report.sha256, out: sha256(bytes) } },
  };
}

async function moved(
  workbook: SavedWorkbook,
  session: Session,
  { from, to }: { readonly from: Standing; readonly to: Standing },
  { options }: Command,
  job: Job,
): Promise<RefreshedWorkbook> {
  const [before, after] = await Promise.all([from, to].map((standing) => engineFor({ ...session, standing })));
  try {
    return await refreshSaved(
      workbook,
      {
        session: { ...session, standing: from },
        way: { from, to },
        engines: { before: before!, after: after! },
        now: timeIn(options, session.dataset, to).toISOString(),
      },
      job,
    );
  } finally {
    before!.close();
    after!.close();
  }
}

/** A pin stays where nothing else is said. */
function destination(here: Standing, { options }: Command, session: Session): Standing {
  const newest = session.dataset.release;
  if (options.release !== undefined)
    return { release: asOf(options.release, "--release", session).release, day: undefined };
  if (options["as-of"] !== undefined) return { release: newest, day: asOf(options["as-of"], "--as-of", session).day };
  return { release: newest, day: options.unpin ? undefined : here.day };
}

function lockedSheets({ changed, tables }: RefreshedWorkbook): string[] {
  const sheets = [
    ...changed.map(({ node }) => node.sheet),
    ...tables.filter(({ cells }) => cells.length > 0).map(({ plan }) => plan.instance.sheet),
  ];
  return [...new Set(sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name))];
}

function words({ release = "", day }: Standing): string {
  return day === undefined ? release : `${day} (${release})`;
}

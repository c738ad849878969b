import type { DataRelease } from "../../dataset/records";
import type { Session } from "../../functions";
import { printedEvidence } from "../../query/evidence";
import { callsIn, evaluate, type OrebookCall, type Value } from "../formula";
import type { InsertedTable } from "../record";
import { argumentsAt, placeOf, scopeAt, type NameScan, type OrebookFormula, type WorkbookScan } from "../scan";
import { nextTask, step, type Job } from "../job";
import { UNTRACED, type AuditedCall, type AuditEntry } from "./entry";
import { auditTables } from "./tables";
import { FactTracer } from "./trace";
import { isComputed, stateOf, traitsOf } from "./traits";
import { viewOf } from "./view";
import { questionOf, separators, statusOf, unique } from "./words";
import { shownOf } from "../trace/tracer";

/** Everything in a workbook that asks Orebook, sheet by sheet, and the data release it was held against. */
export interface Audit {
  readonly release: DataRelease;
  /** Day to which the workbook was pinned; undefined when it was not. */
  readonly day: string | undefined;
  readonly entries: readonly AuditEntry[];
}

/** After so many formulas the pane may draw and hear a click on Cancel. */
const FORMULAS_PER_TURN = 100;

/** Audits a workbook that was read; `tables` are those that Orebook inserted. */
export async function auditScan(
  session: Session,
  scan: WorkbookScan,
  tables: readonly InsertedTable[],
  job: Job = {},
): Promise<Audit> {
  const entries = await auditFormulas(session, scan, [...scan.orebookFormulas()], job);
  const { release, at } = viewOf(session);
  return { release, day: at.day, entries: inOrder(scan, [...entries, ...auditTables(session, scan, tables)]) };
}

/** What formulas ask, each seen from its place in a workbook that was read. */
export async function auditFormulas(
  session: Session,
  scan: WorkbookScan,
  formulas: readonly OrebookFormula[],
  job: Job = {},
): Promise<AuditEntry[]> {
  const auditor = new Auditor(session, scan);
  const entries: AuditEntry[] = [];
  for (const formula of formulas) {
    if (entries.length % FORMULAS_PER_TURN === 0) {
      step(job, entries.length, formulas.length);
      await nextTask();
    }
    entries.push(auditor.entry(formula));
  }
  step(job, formulas.length, formulas.length);
  return entries;
}

/** As a reader meets them: sheet by sheet, row by row. */
function inOrder({ sheets }: WorkbookScan, entries: readonly AuditEntry[]): AuditEntry[] {
  const position = new Map(sheets.map(({ id }, i) => [id, i]));
  const at = ({ place }: AuditEntry) => position.get(place.sheetId)!;
  return [...entries].sort((a, b) => at(a) - at(b) || a.place.row - b.place.row || a.place.column - b.place.column);
}

class Auditor {
  private readonly view;
  private readonly tracer: FactTracer;

  constructor(
    private readonly session: Session,
    private readonly scan: WorkbookScan,
  ) {
    this.view = viewOf(session);
    this.tracer = new FactTracer(session);
  }

  entry(formula: OrebookFormula): AuditEntry {
    const { session, view, scan } = this;
    const { sheet, area, value } = formula;
    const { semicolon } = separators(session);
    const calls = this.callsOf(formula);
    const figures = calls.flatMap((call) => call.figures);
    const events = calls.flatMap((call) => call.events);
    const traits = traitsOf(view, figures, sheet.values(area).flat());
    if (calls.some(isComputed)) traits.add("derived");
    return {
      kind: "formula",
      place: placeOf(sheet, area),
      formula: formula.formula,
      value,
      state: stateOf(value, () => evaluate(formula.formula, scopeAt(scan, formula, this.valueOf))),
      figures,
      events,
      question: unique(calls.map((call) => questionOf(session, call))).join(semicolon),
      status: unique(calls.map((call) => statusOf(session, call))).join(semicolon),
      sources: unique([...printedEvidence(view, figures), ...events].map(({ source }) => source)),
      release: view.release.id,
      published: [...figures, ...events].reduce((newest, { known }) => (known > newest ? known : newest), ""),
      traits,
    };
  }

  private callsOf(formula: OrebookFormula): AuditedCall[] {
    const own = callsIn(formula.formula).map((call) => this.audited(formula, call, formula.formula, undefined));
    const named = this.scan.names
      .behind(formula.formula, formula.sheet.id)
      .flatMap((name) => callsIn(name.formula).map((call) => this.audited(formula, call, name.formula, name)));
    return [...own, ...named];
  }

  private audited(at: OrebookFormula, call: OrebookCall, text: string, name: NameScan | undefined): AuditedCall {
    const args = argumentsAt(this.scan, { ...at, name }, call, this.valueOf, text);
    const traced = args && this.tracer.trace(call.id, args);
    return { id: call.id, text: text.slice(call.start, call.end), ...(traced ?? UNTRACED) };
  }

  private readonly valueOf = (id: string, args: readonly Value[]): Value | undefined =>
    shownOf(this.tracer.trace(id, args).outcome);
}

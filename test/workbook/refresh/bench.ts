/** A workbook on a data release, in Excel's object model, for the tests of the refresh. */
import type { ReleaseFile } from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";
import type { Session } from "../../../src/functions";
import { createSession } from "../../../src/functions/languages";
import { evaluate, type Scope, type Value } from "../../../src/sheets/formula";
import { fileMemory } from "../../../src/workbook/record/memory";
import { documentSettings } from "../../../src/workbook/record/settings";
import { StandingRecord, type Standing } from "../../../src/sheets/record";
import { Refresher } from "../../../src/workbook/refresh/refresher";
import { Tracer } from "../../../src/sheets/trace/tracer";
import { createMemoryWorkbook } from "../../../workbench/host/memory-workbook";
import type { Area } from "../../../workbench/host/a1";
import type { CellInput, CellValue, Matrix, Workbook } from "../../../workbench/host/workbook-model";
import { areaAt } from "../../../workbench/page/address";
import { secondRelease } from "../../update/releases";
import { openWorkbook } from "../office/office";

export interface Bench {
  readonly workbook: Workbook;
  readonly standing: StandingRecord;
  readonly refresher: Refresher;
  /** How often each formula was computed since the last call. */
  computed(): Record<string, number>;
  /** The session that answers formulas now. */
  session(): Session;
  enter(address: string, content: Matrix<CellInput>): Promise<void>;
  values(address: string): Promise<Matrix<CellValue>>;
}

const datasets = new Map<ReleaseFile, Dataset>();
let second: ReleaseFile | undefined;

/** Opens a new workbook that stands on the first release, under an add-in that brings the second or another one. */
export async function openBench(
  at: Standing = { release: "R1" },
  file: ReleaseFile = (second ??= secondRelease()),
): Promise<Bench> {
  const dataset = datasets.get(file) ?? new Dataset(file);
  datasets.set(file, dataset);
  let session = createSession(dataset, { addinVersion: "0.1.0", standing: at });
  const counts: Record<string, number> = {};
  const workbook: Workbook = createMemoryWorkbook({
    evaluate: (formula, where) => {
      counts[formula] = (counts[formula] ?? 0) + 1;
      return Promise.resolve(answer(formula, where, workbook, new Tracer(session)));
    },
  });
  await openWorkbook(workbook);
  await documentSettings().refresh();
  const standing = new StandingRecord(documentSettings(), fileMemory());
  standing.onChange(({ release, day }) => (session = { ...session, standing: { release, day } }));
  await standing.change(at);
  const refresher = new Refresher({
    standing,
    session: () => session,
    pause: () => workbook.calculation.settled(),
    now: () => new Date("2026-12-02T08:00:00Z"),
  });
  return {
    workbook,
    standing,
    refresher,
    computed: () => {
      const seen = { ...counts };
      for (const formula of Object.keys(counts)) delete counts[formula];
      return seen;
    },
    session: () => session,
    enter: async (address, content) => {
      workbook.cells.enter(
        { ...areaAt(workbook, address), rowCount: content.length, columnCount: content[0]!.length },
        content,
      );
      await workbook.calculation.settled();
    },
    values: async (address) => {
      await workbook.calculation.settled();
      return workbook.cells.values(areaAt(workbook, address));
    },
  };
}

/** What Excel would show: Orebook's functions and simple operators. */
function answer(formula: string, at: Area, workbook: Workbook, tracer: Tracer): CellValue | Matrix<CellValue> {
  const scope: Scope = {
    read: (node) => {
      if (node.kind !== "reference") return undefined;
      const sheet = node.sheet === undefined ? at.sheet : workbook.sheets.named(node.sheet)!.id;
      const values = workbook.cells
        .values({ ...areaAt(workbook, node.text), sheet })
        .map((row) => row.map((cell) => (cell === "" ? null : cell)));
      return values.length === 1 && values[0]!.length === 1 ? values[0]![0]! : values;
    },
    call: (id, args) => tracer.answer(id, args)?.value,
  };
  const value = evaluate(formula, scope) ?? { error: "#NAME?" };
  return Array.isArray(value) ? value.map((row) => row.map(shown)) : shown(value);
}

function shown(value: Exclude<Value, unknown[]>): CellValue {
  return value ?? 0;
}

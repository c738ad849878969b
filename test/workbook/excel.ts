/** The real office.js against the workbook in memory, without a browser: what `src/workbook` does can be tried at the speed of a unit test. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { areaAt } from "../../workbench/page/address";
import { failOnDemand, noFaults, refuseInGroup, type Faults } from "../../workbench/host/faults";
import { HostLog } from "../../workbench/host/host-log";
import { createMemoryWorkbook } from "../../workbench/host/memory-workbook";
import { createObjectModel } from "../../workbench/host/object-model";
import { RequestEngine } from "../../workbench/host/request-engine";
import type { RequestBody, ResponseBody } from "../../workbench/host/rich-api";
import type { CellInput, CellValue, Evaluate, Matrix, Workbook } from "../../workbench/host/workbook-model";

/** What of the library is used here; it describes itself in no published type. */
interface OfficeExtensionLibrary {
  readonly SessionBase: { new (): object; _overrideSession: object };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly object[] }): void;
}

/** The pages' surroundings that the library looks at when it is loaded. */
const PAGE = {
  document: { getElementsByTagName: () => [], addEventListener: () => undefined, location: {} },
  navigator: { userAgent: "" },
  location: { href: "https://localhost/" },
  sessionStorage: { getItem: () => null, setItem: () => undefined },
  addEventListener: () => undefined,
};

const LIBRARY = join(__dirname, "..", "..", "node_modules", "@microsoft", "office-js", "dist", "excel-web-16.00.js");

const TOO_LARGE: ResponseBody = {
  Error: {
    Code: "ResponsePayloadSizeLimitExceeded",
    Message: "The response payload size has exceeded the limit.",
    Location: "",
    HttpStatusCode: 400,
    ActionIndex: 0,
  },
  Results: [],
  TraceIds: [],
};

interface Library {
  readonly Excel: { readonly run: Run };
  readonly OfficeExtension: OfficeExtensionLibrary;
}

let script: Script | undefined;
let shared: Library | undefined;

/** A library of its own, as every page has; its text is read once. */
function loadLibrary(): Library {
  const page: Record<string, unknown> = { ...PAGE, setTimeout, clearTimeout, Promise };
  const window = Object.assign(page, { window: page, self: page });
  script ??= new Script(readFileSync(LIBRARY, "utf8"), { filename: LIBRARY });
  script.runInContext(createContext(window));
  return window as unknown as Library;
}

export interface TestExcelOptions {
  /** Computes the formulas entered; without it every formula is `#NAME?`. */
  readonly evaluate?: Evaluate;
  /** The newest ExcelApi this Excel has. */
  readonly api?: string;
  /** The most characters one answer may have; a larger one is refused as Excel on the web does. */
  readonly responseLimit?: number;
  /** Told of every request before it is carried out; may throw what Excel would answer. */
  readonly onRequest?: (body: string) => void;
  /** Told of every request after it was carried out; what it throws comes in place of Excel's answer. */
  readonly onAnswer?: (body: string) => void;
  /** Waited for before a request is carried out: others may have their turn. */
  readonly turn?: () => Promise<void>;
  /** A workbook that is open already, in another Excel too. */
  readonly workbook?: Workbook;
  /** For whoever opens hundreds, one after another, and listens to no events: loading the library costs the most. */
  readonly sharesLibrary?: boolean;
}

export interface TestExcel {
  readonly workbook: Workbook;
  readonly log: HostLog;
  readonly faults: Faults;
  /** What an add-in finds in place here: for whoever opens more than one. */
  readonly globals: { readonly Excel: unknown; readonly Office: unknown };
  /** How many requests were made. */
  readonly requests: () => number;
  /** Settings of the document and of the add-in that Office keeps. */
  readonly office: { startupBehavior: string; readonly settings: Map<string, unknown>; saves: number };
  /** Enters content as a person would, from a cell on, and waits until it is computed. An address without a sheet is on the active one. */
  enter(cell: string, content: Matrix<CellInput>): Promise<void>;
  values(address: string): Promise<Matrix<CellValue>>;
  formulas(address: string): Matrix<string | number | boolean>;
  /** Adds a sheet and gives its id. */
  addSheet(name: string): string;
}

/** Puts `Excel` and `Office` in place as an add-in finds them, over a new workbook with one sheet or one that is open. */
export function openExcel({
  evaluate,
  api = "1.15",
  responseLimit = Infinity,
  onRequest,
  onAnswer,
  turn,
  workbook = createMemoryWorkbook({ ...(evaluate && { evaluate }) }),
  sharesLibrary = false,
}: TestExcelOptions = {}): TestExcel {
  const log = new HostLog();
  const model = createObjectModel(workbook);
  const faults = noFaults();
  const undoGroup: UndoGroup = { current: undefined };
  const engine = new RequestEngine({
    root: model.root,
    services: {},
    log,
    group: (work, run) => workbook.undo.group(work, undoGroup.current ?? run),
    refuse: (member, acts = false) => refuseInGroup(faults, member, acts) ?? failOnDemand(faults, member),
  });
  let requests = 0;
  /** As over the wire: text in, text out. */
  const execute = (request: string): string => {
    requests++;
    onRequest?.(request);
    const answer = JSON.stringify(engine.execute(JSON.parse(request) as RequestBody));
    onAnswer?.(request);
    return answer.length > responseLimit ? JSON.stringify(TOO_LARGE) : answer;
  };
  const { Excel: library, OfficeExtension: extension } = sharesLibrary ? (shared ??= loadLibrary()) : loadLibrary();
  extension.SessionBase._overrideSession = Object.assign(new extension.SessionBase(), {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: "memory", headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: async (_customData: unknown, _flags: number, { Body }: { Body: RequestBody }) => {
        const request = JSON.stringify(Body);
        await turn?.();
        const answer = JSON.parse(execute(request)) as ResponseBody;
        return { ErrorCode: "", ErrorMessage: null, Headers: {}, Body: answer };
      },
    }),
  });
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  workbook.listen((event) => {
    const entries = model.events.messagesFor(event).map(([messageCategory, messageType, targetId, message, id]) => ({
      messageCategory,
      messageType,
      targetId,
      message,
      id,
    }));
    if (entries.length > 0) extension._testTriggerRichApiMessageEvent({ entries });
  });
  const office = { startupBehavior: "None", settings: new Map<string, unknown>(), saves: 0 };
  const globals = { Excel: grouping(library, faults, undoGroup), Office: officeOver(office, api) };
  Object.assign(globalThis, globals);
  return {
    workbook,
    log,
    faults,
    globals,
    requests: () => requests,
    office,
    enter: async (cell, content) => {
      workbook.cells.enter(
        { ...areaAt(workbook, cell), rowCount: content.length, columnCount: content[0]!.length },
        content,
      );
      await workbook.calculation.settled();
    },
    values: async (address) => {
      await workbook.calculation.settled();
      return workbook.cells.values(areaAt(workbook, address));
    },
    formulas: (address) => workbook.cells.formulas(areaAt(workbook, address)),
    addSheet: (name) => workbook.sheets.add(name).id,
  };
}

/** What is one step of undo just now. */
interface UndoGroup {
  current: object | undefined;
}

type Run = (options: { mergeUndoGroup?: boolean } | Batch, batch?: Batch) => Promise<unknown>;
type Batch = (context: object) => Promise<unknown>;

/** The library is older than undo groups and says nothing of them: what runs in one is told to the host here. */
function grouping({ run, ...library }: Library["Excel"], faults: Faults, undoGroup: UndoGroup): unknown {
  const grouped: Run = async (options, batch) => {
    if (typeof options === "function") {
      // A run of its own within another is no part of the group.
      const before = faults.isGrouped;
      faults.isGrouped = false;
      return run(options).finally(() => (faults.isGrouped = before));
    }
    faults.isGrouped = options.mergeUndoGroup === true;
    undoGroup.current = faults.isGrouped ? {} : undefined;
    return run(options, batch).finally(() => {
      faults.isGrouped = false;
      undoGroup.current = undefined;
    });
  };
  return { ...library, run: grouped };
}

function officeOver(office: TestExcel["office"], api: string): object {
  const settings = {
    get: (key: string) => office.settings.get(key),
    set: (key: string, value: unknown) => void office.settings.set(key, value),
    remove: (key: string) => void office.settings.delete(key),
    saveAsync: (done?: (result: { status: string }) => void) => {
      office.saves++;
      done?.({ status: "succeeded" });
    },
  };
  const supports = (set: string, version = "1.1") => set !== "ExcelApi" || minor(version) <= minor(api);
  return {
    context: { requirements: { isSetSupported: supports }, document: { settings } },
    addin: {
      setStartupBehavior: (behavior: string) => {
        office.startupBehavior = behavior;
        return Promise.resolve();
      },
      getStartupBehavior: () => Promise.resolve(office.startupBehavior),
    },
    StartupBehavior: { none: "None", load: "Load" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
  };
}

const minor = (version: string): number => Number(version.split(".")[1]);

/** Excel on the web as one add-in sees it: the conversation with its frame, the workbook, its custom functions, its ribbon. */
import { REQUIREMENT_SETS, createAppContext, type RequirementSets } from "./app-context";
import { CustomFunctions } from "./custom-functions";
import { dispatch, isWorkbookRequest, type DispatchOptions, type MethodCall } from "./dispatch";
import { failOnDemand, noFaults, refuseInGroup, type Faults } from "./faults";
import type { FunctionsMetadata } from "./function-metadata";
import { ApiNotFound } from "./host-error";
import { ENGLISH, type HostLocale } from "./host-locale";
import { HostLog } from "./host-log";
import type { MessageEntry } from "./message-entry";
import { createObjectModel } from "./object-model";
import { refuseNewer } from "./object-model/api-sets";
import { RequestEngine } from "./request-engine";
import { createAppRuntime, createServices } from "./services";
import { Transport, type Channel, type Conversation } from "./transport";
import type { Workbook } from "./workbook-model";

export interface ExcelHostOptions {
  readonly conversation: Conversation;
  readonly channel: Channel;
  readonly addinOrigin: string;
  readonly workbook: Workbook;
  /** The add-in's functions.json. */
  readonly functions: FunctionsMetadata;
  /** Sets to claim instead of the usual ones. */
  readonly requirementSets?: RequirementSets;
  readonly enabledFeatures?: readonly number[];
  /** English unless said otherwise. */
  readonly locale?: HostLocale;
  /** Trouble on demand; may be changed at any moment. */
  readonly faults?: Faults;
  /** Told when the add-in shows or hides its pane. */
  readonly paneShown?: (isShown: boolean) => void;
}

const RICH_API_MESSAGE = "richApiMessage";
const APP_COMMAND = "appCommandInvoked";
const SELECTION_CHANGED = "documentSelectionChanged";
const SETTINGS_CHANGED = "settingsChanged";
const EVENTS: readonly string[] = [RICH_API_MESSAGE, APP_COMMAND, SELECTION_CHANGED, SETTINGS_CHANGED];
const VISIBILITY_CHANGED: readonly [category: number, type: number] = [65536, 65539];

/** An answer that never comes. */
function lose(faults: Faults): Promise<never> {
  faults.lostReplies -= 1;
  return new Promise(() => undefined);
}

export type ExcelHost = ReturnType<typeof createExcelHost>;

export function createExcelHost(options: ExcelHostOptions) {
  const { workbook, conversation, addinOrigin } = options;
  const log = new HostLog();
  const runtime = createAppRuntime();
  const commands = new Map<string, () => void>();
  const { locale = ENGLISH, faults = noFaults() } = options;
  const requirementSets = { ...REQUIREMENT_SETS, ...options.requirementSets };
  const model = createObjectModel(workbook, locale);
  const send = (entries: readonly MessageEntry[]): void => {
    if (entries.length > 0) transport.fire(RICH_API_MESSAGE, { ArrayData: entries });
  };
  const functions = new CustomFunctions({
    metadata: options.functions,
    send,
    ...(options.enabledFeatures && { enabledFeatures: options.enabledFeatures }),
  });
  const tellVisibility = (): void =>
    send([
      [
        ...VISIBILITY_CHANGED,
        "",
        JSON.stringify({ visibility: runtime.state === "Visible" ? "Visible" : "Hidden" }),
        0,
      ],
    ]);
  const stateChanged = (): void => {
    tellVisibility();
    options.paneShown?.(runtime.state === "Visible");
  };
  const engine = new RequestEngine({
    root: model.root,
    services: {
      ...createServices(runtime, stateChanged),
      "Microsoft.ExcelServices.CustomFunctions": functions.service(),
    },
    log,
    group: (work, run) => workbook.undo.group(work, run),
    refuse: (member, acts = false) =>
      refuseNewer(member, requirementSets.ExcelApi) ??
      refuseInGroup(faults, member, acts) ??
      failOnDemand(faults, member),
  });
  const dda: DispatchOptions = {
    engine,
    settings: workbook.settings,
    log,
    commandCompleted: (id) => {
      commands.get(id)?.();
      commands.delete(id);
    },
  };
  const actions: Readonly<Record<string, (data: unknown) => unknown>> = {
    ContextActivationManager_getAppContextAsync: () =>
      createAppContext(conversation, addinOrigin, workbook, requirementSets, locale.name),
    // Focus, blur and keys of the pane: nothing to do, but the client expects an answer.
    ContextActivationManager_notifyHost: () => ({}),
    executeMethod: (data) => {
      const call = data as MethodCall;
      const reply = dispatch(dda, call);
      return faults.lostReplies > 0 && isWorkbookRequest(call) ? lose(faults) : reply;
    },
  };
  const unknown = (what: string): never => {
    const error = new ApiNotFound(what);
    log.add(error, "");
    throw error;
  };
  const transport = new Transport(conversation, options.channel, {
    invoke: (action, data) => (actions[action] ?? (() => unknown(`Action ${action}`)))(data),
    delay: () => faults.delay,
    registered: (event) => {
      if (!EVENTS.includes(event)) unknown(`Event ${event}`);
    },
  });
  const unlisten = workbook.listen((event) => {
    send(model.events.messagesFor(event));
    if (event.kind === "selected") transport.fire(SELECTION_CHANGED, {});
  });

  return {
    workbook,
    functions,
    runtime,
    log,
    /** Tells the add-in that a person opened or closed its pane. */
    showPane: (isShown: boolean): void => {
      runtime.state = isShown ? "Visible" : "Background";
      tellVisibility();
    },
    /** Presses a ribbon button whose action is `name`; resolves when the add-in says it is done. */
    command: (name: string, controlId: string): Promise<void> =>
      new Promise((resolve) => {
        const id = crypto.randomUUID();
        commands.set(id, resolve);
        transport.fire(APP_COMMAND, { 0: id, 1: name, 2: JSON.stringify({ source: { id: controlId } }) });
      }),
    /** Tells the add-in that somebody else who has the document open saved its settings. */
    settingsChanged: (): void => transport.fire(SETTINGS_CHANGED, {}),
    stop: (): void => {
      unlisten();
      transport.stop();
    },
  };
}

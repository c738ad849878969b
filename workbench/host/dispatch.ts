/** `executeMethod`: the calls of the document API by their dispatch ids. RichApi requests are one of them. */
import { ApiNotFound } from "./host-error";
import type { HostLog } from "./host-log";
import type { RequestEngine } from "./request-engine";
import type { RequestBody } from "./rich-api";
import type { Settings } from "./workbook-model";

enum DispatchId {
  LoadSettings = 75,
  SaveSettings = 76,
  ExecuteRichApiRequest = 93,
  AppCommandInvocationCompleted = 94,
}

/** Answered in the `Error` field: the document API has no such method here. */
const OPERATION_NOT_SUPPORTED = 5000;

interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  /** Of a RichApi request: custom data, method, path, headers, body, … */
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties: readonly (readonly [key: string, json: string])[] };
  /** Of a completed ribbon command: its id. */
  readonly 0?: string;
}

const BODY = 4;
const OK = 200;

export interface DispatchOptions {
  readonly engine: RequestEngine;
  readonly settings: Settings;
  readonly log: HostLog;
  readonly commandCompleted: (id: string) => void;
}

function execute({ engine }: DispatchOptions, call: MethodCall): object {
  const request = JSON.parse(String(call.ArrayData?.[BODY])) as RequestBody;
  return { Data: [OK, ["Content-Type", "application/json"], JSON.stringify(engine.execute(request))] };
}

/** The add-in saves all its settings at once: what it no longer names is gone. */
function save({ settings }: DispatchOptions, call: MethodCall): object {
  for (const [key] of settings.entries()) settings.remove(key);
  for (const [key, json] of call.DdaSettingsMethod?.Properties ?? []) settings.set(key, json);
  return {};
}

function load({ settings }: DispatchOptions): object {
  return { Properties: { Settings: settings.entries().map(([Name, Value]) => ({ Name, Value })) } };
}

function completed({ commandCompleted }: DispatchOptions, call: MethodCall): object {
  commandCompleted(String(call[0]));
  return {};
}

const METHODS: Readonly<Record<number, (options: DispatchOptions, call: MethodCall) => object>> = {
  [DispatchId.LoadSettings]: load,
  [DispatchId.SaveSettings]: save,
  [DispatchId.ExecuteRichApiRequest]: execute,
  [DispatchId.AppCommandInvocationCompleted]: completed,
};

/** Answers one `executeMethod`. */
export function dispatch(options: DispatchOptions, call: MethodCall): object {
  const { DispatchId: id } = call.DdaMethod;
  const method = METHODS[id];
  if (method) return { Version: 1, Error: 0, ...method(options, call) };
  options.log.add(new ApiNotFound(`Document method ${id}`), "executeMethod");
  return { Version: 1, Error: OPERATION_NOT_SUPPORTED };
}

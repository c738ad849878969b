/** `executeMethod`: the calls of the document API by their dispatch ids. RichApi requests are one of them. */
import { ApiNotFound } from "./host-error";
import type { HostLog } from "./host-log";
import type { RequestEngine } from "./request-engine";
import { aboutWorkbook, type RequestBody } from "./rich-api";

enum DispatchId {
  LoadSettings = 75,
  SaveSettings = 76,
  ExecuteRichApiRequest = 93,
  AppCommandInvocationCompleted = 94,
}

/** What is answered in the `Error` field; the client has its own words for each. */
enum ErrorCode {
  None = 0,
  OperationNotSupported = 5000,
  RequestPayloadSizeLimitExceeded = 5103,
  ResponsePayloadSizeLimitExceeded = 5104,
}

/** Of one request, and of one response, in Excel on the web (characters, of which nearly all are one byte). */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface MethodCall {
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
  readonly settings: Map<string, string>;
  readonly log: HostLog;
  readonly commandCompleted: (id: string) => void;
}

function execute({ engine }: DispatchOptions, call: MethodCall): object {
  const request = String(call.ArrayData?.[BODY]);
  if (request.length > PAYLOAD_LIMIT) return { Error: ErrorCode.RequestPayloadSizeLimitExceeded };
  const response = JSON.stringify(engine.execute(JSON.parse(request) as RequestBody));
  if (response.length > PAYLOAD_LIMIT) return { Error: ErrorCode.ResponsePayloadSizeLimitExceeded };
  return { Data: [OK, ["Content-Type", "application/json"], response] };
}

/** The add-in saves all its settings at once: what it no longer names is gone. */
function save({ settings }: DispatchOptions, call: MethodCall): object {
  settings.clear();
  for (const [key, json] of call.DdaSettingsMethod?.Properties ?? []) settings.set(key, json);
  return {};
}

const METHODS: Readonly<Record<number, (options: DispatchOptions, call: MethodCall) => object>> = {
  [DispatchId.LoadSettings]: ({ settings }) => ({
    Properties: { Settings: [...settings].map(([Name, Value]) => ({ Name, Value })) },
  }),
  [DispatchId.SaveSettings]: save,
  [DispatchId.ExecuteRichApiRequest]: execute,
  [DispatchId.AppCommandInvocationCompleted]: ({ commandCompleted }, call) => {
    commandCompleted(String(call[0]));
    return {};
  },
};

/** Answers one `executeMethod`. */
export function dispatch(options: DispatchOptions, call: MethodCall): object {
  const { DispatchId: id } = call.DdaMethod;
  const method = METHODS[id];
  if (method) return { Version: 1, Error: ErrorCode.None, ...method(options, call) };
  options.log.add(new ApiNotFound(`Document method ${id}`), "executeMethod");
  return { Version: 1, Error: ErrorCode.OperationNotSupported };
}

/** Whether it is a request about the workbook, and not results of custom functions or the like. */
export function isWorkbookRequest(call: MethodCall): boolean {
  return (
    call.DdaMethod.DispatchId === DispatchId.ExecuteRichApiRequest &&
    aboutWorkbook(JSON.parse(String(call.ArrayData?.[BODY])) as RequestBody)
  );
}

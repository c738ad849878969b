/**
 * Excel's object model for tests in Node: the real office.js in jsdom, talking to the host that plays Excel. A test file
 * needs `@jest-environment jsdom` with the address and resources in its docblock.
 */
import { join } from "node:path";
import { setImmediate } from "node:timers";
import { pathToFileURL, URL as NodeURL } from "node:url";
import { TextDecoder, TextEncoder } from "node:util";
import {
  InvokeResultCode,
  MessageType,
  readRequest,
  ResponseType,
  type XdmRequest,
  buildWindowName,
  type Conversation,
} from "../../../workbench/host/transport";
import type { Faults } from "../../../workbench/host/faults";
import { createExcelHost, type ExcelHost } from "../../../workbench/host/excel-host";
import type { Workbook } from "../../../workbench/host/workbook-model";

const OFFICE_JS = join(__dirname, "..", "..", "..", "node_modules", "@microsoft", "office-js", "dist", "office.js");
const CONVERSATION: Conversation = { id: "test", appId: "orebook", hostUrl: "https://localhost/host.html" };

/** A message from the add-in on its way to Excel: a batch of the object model, or the document's settings. */
export interface Message {
  readonly kind: "batch" | "settings";
}

/** What becomes of a message: it arrives, it is lost before Excel sees it, or Excel acts and its answer is lost. */
export type Fate = "arrives" | "lost" | "unanswered";

// Every browser has these; jsdom has not, or slower: office.js takes an address apart with every message.
Object.assign(globalThis, { TextDecoder, TextEncoder, URL: NodeURL });
for (const part of ["protocol", "hostname", "port"] as const)
  Object.defineProperty(HTMLAnchorElement.prototype, part, {
    get(this: HTMLAnchorElement) {
      return new NodeURL(this.getAttribute("href") ?? "", location.href)[part];
    },
  });

const RICH_API_REQUEST = 93;

/** Messages whose answer is to be lost. */
const unanswered = new Set<number>();
let receive: (text: unknown) => void = () => undefined;
let fate: ((message: Message) => Fate) | undefined;
let host: ExcelHost | undefined;
let loaded: Promise<void> | undefined;

/** Opens a workbook: what was open before is closed. The first time office.js is loaded. */
export async function openWorkbook(workbook: Workbook, faults?: Faults): Promise<ExcelHost> {
  host?.stop();
  fate = undefined;
  host = createExcelHost({
    conversation: CONVERSATION,
    channel: {
      post: (text) => void setImmediate(() => answer(isUnanswered(text) ? failed(text) : text)),
      listen: (listener) => {
        receive = listener;
        return () => undefined;
      },
    },
    addinOrigin: location.origin,
    workbook,
    functions: { functions: [] },
    ...(faults && { faults }),
  });
  await (loaded ??= load());
  return host;
}

/** Decides over every message from now on. */
export function decide(over: (message: Message) => Fate): void {
  fate = over;
}

function answer(text: string): void {
  // The window went with the last test, and took its own timers with it.
  if (!(window.document as Document | null)) return;
  window.dispatchEvent(
    new MessageEvent("message", { data: text, origin: location.origin, source: window.opener as Window }),
  );
}

function post(text: string): void {
  const request = fate && readRequest(text, CONVERSATION.id);
  const kind = request && kindOf(request);
  const decided = fate && kind ? fate({ kind }) : "arrives";
  if (decided === "lost") return void setImmediate(() => answer(failed(text)));
  if (decided === "unanswered") unanswered.add(correlationOf(text));
  receive(text);
}

function kindOf({ _actionName, _data }: XdmRequest): Message["kind"] | undefined {
  if (_actionName !== "executeMethod") return undefined;
  const { DispatchId } = (_data as { DdaMethod: { DispatchId: number } }).DdaMethod;
  return DispatchId === RICH_API_REQUEST ? "batch" : "settings";
}

const isUnanswered = (text: string): boolean => unanswered.size > 0 && unanswered.delete(correlationOf(text));

function correlationOf(text: string): number {
  return (JSON.parse(text) as { _correlationId: number })._correlationId;
}

/** The answer to a message, or to what it was answered with, that says that it failed. */
function failed(text: string): string {
  const message = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({
    ...message,
    _messageType: MessageType.Response,
    _responseType: ResponseType.ForCalling,
    _errorCode: InvokeResultCode.ErrorInResponse,
    _data: "connection lost",
  });
}

async function load(): Promise<void> {
  window.name = buildWindowName(CONVERSATION);
  Object.defineProperty(document, "domain", { value: location.hostname, configurable: true });
  Object.defineProperty(window, "opener", { value: { postMessage: post }, configurable: true });
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = pathToFileURL(OFFICE_JS).href;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  await Office.onReady();
}

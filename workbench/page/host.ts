/**
 * The host page: embeds one add-in page and plays Excel on the web to it. Its address says which:
 * `host.html?addin=<page>&functions=<functions.json>[&customFunctions=1.7][&features=2,4][&paneWidth=320]`.
 */
import { createExcelHost } from "../host/excel-host";
import type { FunctionsMetadata } from "../host/function-metadata";
import { createMemoryWorkbook } from "../host/memory-workbook";
import { buildWindowName, frameChannel } from "../host/transport";
import type { Conversation } from "../host/transport";
import type { Evaluate, Workbook } from "../host/workbook-model";
import { addressOf } from "./address";
import { createApi } from "./create-api";

/** What Excel on the web allows the frame of an add-in. */
const SANDBOX = "allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts";

function required(parameters: URLSearchParams, name: string): string {
  const value = parameters.get(name);
  if (!value) throw new Error(`The address of this page needs ?${name}=`);
  return value;
}

function createWorkbook(): Workbook {
  const evaluate: Evaluate = (formula, at) =>
    window.orebookEvaluate?.(formula, addressOf(workbook, at)) ?? Promise.resolve({ error: "#NAME?" });
  const workbook = createMemoryWorkbook({ evaluate });
  return workbook;
}

function createFrame(conversation: Conversation): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = "Add-in";
  // office.js reads the name before anything else: it must stand before the page is loaded.
  frame.name = buildWindowName(conversation);
  frame.setAttribute("sandbox", SANDBOX);
  return frame;
}

async function start(): Promise<void> {
  const parameters = new URLSearchParams(location.search);
  const addin = new URL(required(parameters, "addin"), location.href);
  const functions = (await (await fetch(required(parameters, "functions"))).json()) as FunctionsMetadata;
  const customFunctions = parameters.get("customFunctions");
  const features = parameters.get("features");
  const conversation: Conversation = { id: crypto.randomUUID(), appId: crypto.randomUUID(), hostUrl: location.href.split("?")[0]! };
  const frame = createFrame(conversation);
  const host = createExcelHost({
    conversation,
    channel: frameChannel(window, frame, addin.origin),
    addinOrigin: addin.origin,
    workbook: createWorkbook(),
    functions,
    ...(customFunctions && { requirementSets: { CustomFunctions: customFunctions } }),
    ...(features && { enabledFeatures: features.split(",").map(Number) }),
  });
  window.orebookHost = createApi(host);
  const paneWidth = parameters.get("paneWidth");
  if (paneWidth) frame.style.width = `${paneWidth}px`;
  document.body.append(frame);
  frame.src = addin.href;
}

void start();

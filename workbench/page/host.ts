/**
 * The bare host page, for tests of the protocol: one add-in page and a workbook in memory, without a grid on screen.
 * Its address says which add-in: see `settings.ts`.
 */
import { createExcelHost } from "../host/excel-host";
import type { FunctionsMetadata } from "../host/function-metadata";
import { createMemoryWorkbook } from "../host/memory-workbook";
import { frameChannel } from "../host/transport";
import type { Evaluate } from "../host/workbook-model";
import { addressOf } from "./address";
import { createApi } from "./create-api";
import { createFrame, newConversation } from "./frame";
import { readSettings } from "./settings";

async function start(): Promise<void> {
  const { addin, functions, paneWidth, ...settings } = readSettings(location.href);
  const conversation = newConversation();
  const frame = createFrame(conversation);
  const evaluate: Evaluate = (formula, at) =>
    window.orebookEvaluate?.(formula, addressOf(workbook, at)) ?? Promise.resolve({ error: "#NAME?" });
  const workbook = createMemoryWorkbook({ evaluate });
  const host = createExcelHost({
    ...settings,
    conversation,
    channel: frameChannel(window, frame, addin.origin),
    addinOrigin: addin.origin,
    workbook,
    functions: (await (await fetch(functions)).json()) as FunctionsMetadata,
  });
  window.orebookHost = createApi(workbook, () => host, settings.faults);
  frame.style.width = `${paneWidth}px`;
  document.body.append(frame);
  frame.src = addin.href;
}

void start();

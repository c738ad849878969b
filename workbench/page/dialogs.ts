/** The two boxes: what this page is, and what the add-in asked for. */
import type { HostLog } from "../host/host-log";
import { h } from "../../src/taskpane/widgets/dom";
import { button } from "./dom";

function show(dialog: HTMLDialogElement, title: string, ...content: (Node | string)[]): void {
  dialog.setAttribute("aria-label", title);
  dialog.replaceChildren(
    h("h2", title),
    ...content,
    h(
      "footer",
      button("Close", () => dialog.close(), { autofocus: true }),
    ),
  );
  dialog.showModal();
}

export function showAbout(dialog: HTMLDialogElement): void {
  const paragraphs = [
    "This page plays the part of Excel on the web so that Orebook can be tried and tested where Excel is not at hand. It is not Excel and has nothing of Excel in it: the grid and the formula engine are Univer, the pane is the add-in as it ships, with Microsoft's real office.js.",
    "It proves that the add-in starts, that its functions are called and answer through the real runtime, and that what it reads and writes obeys the rules of the real library. What is decided inside Excel itself it can only imitate: coercion of arguments, recalculation, spills, undo, limits. docs/excel-checklist.md lists what to try in Excel.",
    "The address takes faults and conditions: locale, theme, requirement sets, a slow host, lost replies, an add-in that loads late. workbench/README.md lists them.",
  ];
  show(dialog, "Not Excel: the Orebook workbench", ...paragraphs.map((text) => h("p", text)));
}

/** What could not be opened or saved. */
export function showLeft(dialog: HTMLDialogElement, left: readonly string[]): void {
  show(dialog, "Not done", h("ul", ...left.map((entry) => h("li", entry))));
}

export function showRecord(dialog: HTMLDialogElement, log: HostLog, charts: readonly string[]): void {
  const list = (title: string, entries: readonly string[]): HTMLElement[] => [
    h("h3", `${title} (${entries.length})`),
    h("ul", ...(entries.length > 0 ? entries : ["none"]).map((entry) => h("li", entry))),
  ];
  show(
    dialog,
    "What the add-in asked for",
    ...list("Charts, which are recorded here and not drawn", charts),
    ...list("Members of Excel's API that are not implemented", log.apiNotFound),
    ...list(
      "Errors answered",
      log.errors.map(({ code, message, location }) => `${code} ${location}: ${message}`),
    ),
  );
}

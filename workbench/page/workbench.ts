/**
 * The page people see: a grid with formulas on the left, the add-in's pane on the right. Its address takes conditions
 * and faults: see `settings.ts`.
 */
import { readSaved, type SavedWorkbook } from "../grid/saved-workbook";
import { rectangleAddress } from "../host/a1";
import type { FunctionsMetadata } from "../host/function-metadata";
import type { Chart } from "../host/workbook-model";
import { openFile, type OpenedFile } from "../xlsx/open";
import { saveFile } from "../xlsx/save";
import { addressOf } from "./address";
import { createApi } from "./create-api";
import { Desk } from "./desk";
import { showAbout, showLeft, showRecord } from "./dialogs";
import { h } from "../../src/taskpane/widgets/dom";
import { greeting } from "./greeting";
import { readRibbon } from "./manifest";
import { showRibbon, type Commands } from "./ribbon";
import { readSettings, type PageSettings } from "./settings";
import "./theme.css";
import "./workbench.css";

const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function download(name: string, content: string | Uint8Array): void {
  const type = typeof content === "string" ? "application/json" : EXCEL;
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address));
}

/** The file that the person picks; never resolves when none is picked. */
function pickFile(accept: string): Promise<File> {
  return new Promise((resolve) => {
    const input = h("input", { type: "file", accept });
    input.addEventListener("change", () => input.files?.[0] && resolve(input.files[0]));
    input.click();
  });
}

/** The bar between grid and pane: dragged, or moved with the arrow keys. */
const NARROWEST = 220;
const WIDEST = 900;
const STEP = 20;

/** `set` is given the width of what lies to the right of the bar, in pixels. */
function makeSplitter(bar: HTMLElement, initial: number, set: (width: number) => void): void {
  let width = initial;
  const to = (wanted: number): void => {
    width = Math.min(WIDEST, Math.max(NARROWEST, Math.round(wanted)));
    bar.setAttribute("aria-valuenow", String(width));
    set(width);
  };
  bar.setAttribute("aria-valuemin", String(NARROWEST));
  bar.setAttribute("aria-valuemax", String(WIDEST));
  bar.addEventListener("pointerdown", (event) => {
    bar.setPointerCapture(event.pointerId);
    bar.classList.add("dragging");
    const [start, from] = [event.clientX, width];
    const move = (moved: PointerEvent): void => to(from + start - moved.clientX);
    bar.addEventListener("pointermove", move);
    const end = (): void => {
      bar.removeEventListener("pointermove", move);
      bar.classList.remove("dragging");
    };
    bar.addEventListener("lostpointercapture", end, { once: true });
  });
  bar.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") to(width + STEP);
    if (key === "ArrowRight") to(width - STEP);
  });
  to(initial);
}

const at = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const showPane = (isShown: boolean): void => void at("work").classList.toggle("closed", !isShown);

async function start(): Promise<void> {
  const hasAddin = new URL(location.href).searchParams.has("addin");
  const settings = readSettings(location.href, hasAddin ? undefined : await servedAddin());
  document.documentElement.dataset.theme = settings.theme;
  at("condition").textContent = conditionText();
  makeSplitter(at("splitter"), settings.paneWidth, (width) =>
    document.documentElement.style.setProperty("--pane-width", `${width}px`),
  );

  const functions = (await (await fetch(settings.functions)).json()) as FunctionsMetadata;
  const desk = new Desk({
    settings,
    functions,
    gridPlace: at("grid"),
    panePlace: at("pane-body"),
    paneShown: showPane,
  });
  const manifest = await (await fetch(new URL("manifest.local.xml", settings.addin))).text();
  showRibbon(at("ribbon"), readRibbon(manifest, settings.addin, settings.locale.name), commandsOf(desk));
  at("close-pane").addEventListener("click", () => {
    showPane(false);
    desk.addin.host.showPane(false);
  });
  // Univer has no F9; the grid need not have the focus.
  document.addEventListener("keydown", ({ key }) => key === "F9" && desk.workbook.calculation.recalculate([]));
  await desk.start(greeting());
  at("book-name").textContent = desk.workbook.name;
  window.orebookGrid = {
    settled: () => desk.activity.settled(),
    takesKeys: () => document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable,
    isEditing: () => desk.isEditing,
    cellCenter: (address) => desk.cellCenter(address),
    selected: () => rectangleAddress(desk.workbook.selection.area),
    shown: (address) => desk.shown(address),
  };
  window.orebookHost = createApi(desk.workbook, () => desk.addin.host, settings.faults);
}

function commandsOf(desk: Desk): Commands {
  /** The file of Excel's that is open; undefined for a workbook of the workbench's own. */
  let excel: OpenedFile | undefined;
  const open = async (saved: SavedWorkbook, from?: OpenedFile): Promise<void> => {
    excel = from;
    await desk.open(saved);
    at("book-name").textContent = desk.workbook.name;
    at("unseen").textContent = from?.unseen.length ? `In the file and not shown: ${from.unseen.join(", ")}` : "";
  };
  const openPicked = async (file: File): Promise<void> => {
    if (/\.json$/i.test(file.name)) return open(readSaved(await file.text()));
    const { saved, opened } = openFile(file.name, new Uint8Array(await file.arrayBuffer()));
    await open(saved, opened);
  };
  const save = (): void => (excel ? saveExcel() : download(`${desk.workbook.name}.json`, JSON.stringify(desk.save())));
  const saveExcel = (): void => {
    const { bytes, left } = saveFile(excel, desk.workbook);
    download(excel?.name ?? `${desk.workbook.name}.xlsx`, bytes);
    if (left.length > 0) showLeft(at("record"), left);
  };
  const failed = (error: unknown): void => showLeft(at("record"), [(error as Error).message]);
  return {
    newBook: () => void open(greeting()),
    open: () => void pickFile(".xlsx,.xlsm,.json").then(openPicked).catch(failed),
    save: () => void desk.activity.settled().then(save).catch(failed),
    saveExcel: () => void desk.activity.settled().then(saveExcel).catch(failed),
    undo: () => desk.workbook.undo.undo(),
    redo: () => desk.redo(),
    recalculate: () => desk.workbook.calculation.recalculate([]),
    restart: () => desk.restart(),
    record: () =>
      showRecord(
        at("record"),
        desk.addin.host.log,
        desk.workbook.charts.list().map((chart) => describeChart(desk, chart)),
      ),
    about: () => showAbout(at("about")),
    press: ({ id, action }) => {
      if (action.kind === "function") return void desk.addin.host.command(action.name, id);
      showPane(true);
      desk.addin.host.showPane(true);
    },
  };
}

function describeChart({ workbook }: Desk, { name, type, source, properties }: Chart): string {
  const title = properties["title.text"];
  return `${name}: ${type} of ${addressOf(workbook, source)}${title === undefined ? "" : `, “${String(title)}”`}`;
}

/** Where the local server says the add-in is. */
async function servedAddin(): Promise<string> {
  const { page } = (await (await fetch("addin.json")).json()) as { page: string };
  return page;
}

/** The conditions in the address, for the person who looks at the page. */
function conditionText(): string {
  const technical: readonly (keyof PageSettings | "features")[] = ["addin", "functions", "features", "paneWidth"];
  const shown = [...new URL(location.href).searchParams].filter(([name]) => !technical.some((each) => each === name));
  return shown.map(([name, value]) => `${name} ${value}`).join(" · ");
}

void start();

/**
 * The page people see: a grid with formulas on the left, the add-in's pane on the right. Its address takes conditions
 * and faults: see `settings.ts`.
 */
import { readSaved, type SavedWorkbook } from "../grid/saved-workbook";
import type { FunctionsMetadata } from "../host/function-metadata";
import { rectangleAddress } from "../host/a1";
import type { Chart } from "../host/workbook-model";
import { addressOf } from "./address";
import { createApi } from "./create-api";
import { Desk } from "./desk";
import { openFile, type OpenedFile } from "../xlsx/open";
import { saveFile } from "../xlsx/save";
import { showAbout, showLeft, showRecord } from "./dialogs";
import { download, pickFile } from "./files";
import { greeting } from "./greeting";
import { readRibbon } from "./manifest";
import { showRibbon, type Commands } from "./ribbon";
import { readSettings, type PageSettings } from "./settings";
import { makeSplitter } from "./splitter";
import "./theme.css";
import "./workbench.css";

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
    settled: () => desk.settled(),
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
    save: () => void desk.settled().then(save).catch(failed),
    saveExcel: () => void desk.settled().then(saveExcel).catch(failed),
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

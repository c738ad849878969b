/**
 * The page people see: a grid with formulas on the left, the add-in's pane on the right. Its address takes conditions
 * and faults: see `settings.ts`.
 */
import { RedoCommand } from "@univerjs/core";
import { Answers } from "../grid/answers";
import { describeFunctions, registerFunctions } from "../grid/functions";
import { Grid } from "../grid/grid";
import { createGridWorkbook } from "../grid/grid-workbook";
import { showMessages } from "../grid/messages";
import { openWorkbook, readSaved, saveWorkbook } from "../grid/saved-workbook";
import type { SavedWorkbook } from "../grid/saved-workbook";
import type { FunctionsMetadata } from "../host/function-metadata";
import { Addin } from "./addin";
import { addressOf } from "./address";
import { createApi } from "./create-api";
import { showAbout, showRecord } from "./dialogs";
import { download, pickFile } from "./files";
import { greeting } from "./greeting";
import { readRibbon } from "./manifest";
import { showRibbon } from "./ribbon";
import { readSettings } from "./settings";
import { makeSplitter } from "./splitter";
import "./workbench.css";

const at = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

async function start(): Promise<void> {
  const settings = readSettings(location.href, new URL(location.href).searchParams.has("addin") ? undefined : await defaultAddin());
  const { theme, locale } = settings;
  document.documentElement.dataset.theme = theme;
  at("condition").textContent = conditionText();
  const functions = (await (await fetch(settings.functions)).json()) as FunctionsMetadata;

  const grid = new Grid({ container: at("grid"), language: locale.name, isDark: theme !== "light" });
  const workbook = createGridWorkbook(grid, () => answers);
  const answers = new Answers({
    invoke: ({ cell, id, args }) => addin.host.functions.invoke({ id, args, address: addressOf(workbook, { ...cell, rowCount: 1, columnCount: 1 }) }).outcome,
    arrived: (cell) => workbook.calculation.continueAt(cell),
  });
  const addin = new Addin({ settings, workbook, functions, place: at("pane-body"), paneShown: (isShown) => showPane(isShown) });

  const showPane = (isShown: boolean): void => void at("work").classList.toggle("closed", !isShown);
  const restart = (): void => {
    addin.renew();
    addin.load();
    answers.askAgain();
  };
  const openSaved = (saved: SavedWorkbook): void => {
    addin.renew();
    answers.forgetAll();
    openWorkbook(grid, workbook, saved);
    at("book-name").textContent = workbook.name;
    addin.load();
  };

  registerFunctions(grid, functions, (call) => answers.ask(call));
  openSaved(greeting());
  // Univer's list of functions comes with its first workbook.
  describeFunctions(grid, functions);
  showMessages(grid, (sheet, row, column) => {
    const cell = { sheet, row, column, rowCount: 1, columnCount: 1 };
    const value = workbook.cells.values(cell)[0]![0]!;
    if (typeof value !== "object") return undefined;
    const from = workbook.spills.over(cell) ?? cell;
    const message = answers.message(from, value.error, row - from.row, column - from.column);
    return message === undefined ? undefined : { ...value, message };
  });
  window.orebookHost = createApi(workbook, () => addin.host);

  makeSplitter(at("splitter"), settings.paneWidth, (width) => document.documentElement.style.setProperty("--pane-width", `${width}px`));
  at("close-pane").addEventListener("click", () => {
    showPane(false);
    addin.host.showPane(false);
  });
  const manifest = await (await fetch(new URL("manifest.local.xml", settings.addin))).text();
  showRibbon(at("ribbon"), readRibbon(manifest, settings.addin, locale.name), {
    newBook: () => openSaved(greeting()),
    open: () => void pickFile(".json").then((text) => openSaved(readSaved(text))),
    save: () => download(`${workbook.name}.json`, JSON.stringify(saveWorkbook(grid, workbook))),
    undo: () => workbook.undo.undo(),
    redo: () => void grid.commands.syncExecuteCommand(RedoCommand.id),
    recalculate: () => workbook.calculation.recalculate([]),
    restart,
    record: () => showRecord(at("record"), addin.host.log, []),
    about: () => showAbout(at("about")),
    press: ({ id, action }) => {
      if (action.kind === "function") return void addin.host.command(action.name, id);
      showPane(true);
      addin.host.showPane(true);
    },
  });
}

/** Where the local server says the add-in is. */
async function defaultAddin(): Promise<string> {
  const { page } = (await (await fetch("addin.json")).json()) as { page: string };
  return page;
}

/** The conditions in the address, for the person who looks at the page. */
function conditionText(): string {
  const shown = [...new URL(location.href).searchParams].filter(([name]) => name !== "addin" && name !== "functions" && name !== "features");
  return shown.map(([name, value]) => `${name} ${value}`).join(" · ");
}

void start();

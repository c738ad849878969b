import { readFileSync } from "node:fs";
import { join } from "node:path";
import { associateCommands, COMMANDS, type PanePlace } from "../../src/commands";
import { all, parse } from "../../tools/manifest/tree";
import { openOrebook, type OrebookExcel } from "../workbook/orebook";

const COPPER = '=METALS.IMPORTS("copper",2024)';

interface Ribbon {
  /** Presses a button; resolves when the command says that it is done. */
  press(name: string): Promise<void>;
  readonly shown: PanePlace[];
  readonly opened: string[];
  /** Of each time the pane was to look again: what then stood in A1. */
  readonly looks: unknown[];
}

function ribbon(excel: OrebookExcel, changed: { opensBrowser?: boolean; session?: () => Promise<never> } = {}): Ribbon {
  const actions = new Map<string, (event: { completed(): void }) => void>();
  const shown: PanePlace[] = [];
  const opened: string[] = [];
  const looks: unknown[] = [];
  const { isSetSupported } = Office.context.requirements;
  Object.assign(Office, {
    actions: { associate: (name: string, action: (event: { completed(): void }) => void) => actions.set(name, action) },
  });
  Object.assign(Office.context, {
    ui: { openBrowserWindow: (url: string) => opened.push(url) },
    requirements: {
      isSetSupported: (set: string, version?: string) =>
        set === "OpenBrowserWindowApi" ? changed.opensBrowser === true : isSetSupported(set, version),
    },
  });
  associateCommands({
    session: changed.session ?? (() => Promise.resolve(excel.session)),
    show: (place) => {
      shown.push(place);
      return Promise.resolve();
    },
    lookAgain: () => looks.push(excel.formulas("A1")[0]![0]),
    helpAddress: "https://example.org/help.html",
    namespace: "",
  });
  return {
    shown,
    opened,
    looks,
    press: (name) => new Promise((resolve) => actions.get(name)!({ completed: resolve })),
  };
}

test("the manifest's buttons run these functions and no others", () => {
  const manifest = parse(readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8"));
  const named = all(manifest)
    .filter(({ name }) => name === "FunctionName")
    .map(({ text }) => text);
  expect(named.sort()).toEqual(Object.keys(COMMANDS).sort());
});

test.each([
  ["refresh", "refresh"],
  ["insertTable", "tables"],
  ["cell", "cell"],
  ["share", "share"],
  ["help", "help"],
])("%s opens the pane at %s", async (name, place) => {
  const { press, shown } = ribbon(openOrebook());
  await press(name);
  expect(shown).toEqual([place]);
});

test("help opens in the browser where Excel can open one", async () => {
  const { press, shown, opened } = ribbon(openOrebook(), { opensBrowser: true });
  await press("help");
  expect([opened, shown]).toEqual([["https://example.org/help.html"], []]);
});

describe("sources", () => {
  test("writes the sheet and goes there, the pane staying closed", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [[COPPER]]);
    const { press, shown, looks } = ribbon(excel);
    await press("sources");
    expect([shown, excel.workbook.sheets.get(excel.workbook.sheets.active)!.name, looks.length]).toEqual([
      [],
      "Sources",
      1,
    ]);
  });

  test("opens the pane where there is nothing to write, or the workbook is protected", async () => {
    const excel = openOrebook();
    const { press, shown } = ribbon(excel);
    await press("sources");
    await excel.enter("A1", [[COPPER]]);
    await Excel.run(async (context) => context.workbook.protection.protect());
    await press("sources");
    expect(shown).toEqual(["sources", "sources"]);
  });
});

describe("repair", () => {
  test("repairs with the pane closed", async () => {
    const excel = openOrebook();
    await excel.enter("A1", [['=_xldudf_METALS_IMPORTS("copper",2024)']]);
    const { press, shown, looks } = ribbon(excel);
    await press("repair");
    expect([shown, excel.formulas("A1"), looks]).toEqual([[], [[COPPER]], [COPPER]]);
  });

  test("opens the pane when something is left, or there was nothing to repair", async () => {
    const excel = openOrebook();
    const { press, shown } = ribbon(excel);
    await press("repair");
    await excel.enter("A1", [["=_xldudf_METALS_FUTURE(1)"]]);
    await press("repair");
    expect(shown).toEqual(["repair", "repair"]);
  });
});

test("a failure opens the pane and completes the command", async () => {
  const { press, shown } = ribbon(openOrebook(), { session: () => Promise.reject(new Error("offline")) });
  await press("sources");
  expect(shown).toEqual(["sources"]);
});

test("a second press while a command runs does not run it twice, and both are completed", async () => {
  const excel = openOrebook();
  await excel.enter("A1", [[COPPER]]);
  const { press } = ribbon(excel);
  await Promise.all([press("sources"), press("sources")]);
  await press("sources");
  expect(excel.workbook.sheets.list().map(({ name }) => name)).toEqual(["Sheet1", "Sources"]);
});

/** The functions of the production build in dist/, called as Excel calls them: through the real custom functions runtime. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "../../tools/build/build";
import type { CallArgument } from "../../workbench/host/call-arguments";
import type { Outcome } from "../../workbench/host/invocation-results";
import type { CellValue } from "../../workbench/host/workbook-model";
import { createCaller, FUNCTIONS, FunctionError } from "../../src/functions";
import { choicesOf } from "../../src/functions/reading/choices";
import { evaluate as evaluateFormula } from "../../src/sheets/formula";
import { seeds, sessionOf } from "../fixtures/seeds";
import { hostForAll } from "./harness";
import { builtAddin } from "./site";

const opened = hostForAll(() => ({ addin: builtAddin() }));

const call = (id: string, ...args: CallArgument[]): Promise<Outcome> => opened().host.invoke(id, args);

/** The rows of a spill; fails when it is none. */
async function spill(id: string, ...args: CallArgument[]): Promise<CellValue[][]> {
  const outcome = await call(id, ...args);
  if (!("value" in outcome) || !Array.isArray(outcome.value))
    throw new Error(`${id} gave ${JSON.stringify(outcome)} instead of a spill`);
  return outcome.value.map((row) => [...row]);
}

const sizeOf = (rows: readonly (readonly unknown[])[]) => ({
  rows: rows.length,
  widths: [...new Set(rows.map((row) => row.length))],
});

/** What comes back for an error: its value and its words. */
async function refused(id: string, ...args: CallArgument[]): Promise<string> {
  const outcome = await call(id, ...args);
  if (!("error" in outcome)) throw new Error(`${id} gave ${JSON.stringify(outcome)} instead of an error`);
  return `${outcome.error} ${outcome.message}`.trim();
}

describe("the size of a spill", () => {
  test("SERIES: a row for each period, period and value", async () => {
    expect(await spill("METALS.SERIES", "quota mining", "rare earths", 2022, 2024)).toEqual([
      [2022, 210000],
      [2023, 255000],
      [2024, 270000],
    ]);
  });

  test("GRID: a row for each item and a column for each period", async () => {
    expect(await spill("METALS.GRID", "imports", [["iron"], ["copper"], ["lithium"]], [[2012, 2024]])).toEqual([
      [95620000000, 132430000000],
      [16930000000, 67330000000],
      [66000000, 2850000000],
    ]);
  });

  test("TABLE: a header and a row for each year", async () => {
    const rows = await spill("METALS.TABLE", "metal prices", null, 2020, 2025);
    expect(sizeOf(rows)).toEqual({ rows: 7, widths: [8] });
    expect(rows[0]).toEqual(["Year", "Copper", "Aluminium", "Zinc", "Lead", "Nickel", "Tin", "Iron ore"]);
    expect(rows[6]![0]).toBe(2025);
  });

  test("EVENTS: five columns, oldest first", async () => {
    const rows = await spill("METALS.EVENTS", "export control", null, 2025, 2025);
    expect(rows.length).toBeGreaterThan(1);
    expect(sizeOf(rows).widths).toEqual([5]);
    const dates = rows.map(([date]) => String(date));
    expect(dates).toEqual([...dates].sort());
  });
});

describe("headers of SERIES", () => {
  const series = (headers: CallArgument) =>
    spill("METALS.SERIES", "quota mining", "rare earths", 2023, 2024, null, "kt", headers);

  test("0: none", async () => {
    expect(await series(0)).toEqual([
      [2023, 255],
      [2024, 270],
    ]);
  });

  test("1: a row", async () => {
    expect(await series(1)).toEqual([
      ["Period", "Value (kt)"],
      [2023, 255],
      [2024, 270],
    ]);
  });

  test("2: a row and a column of statuses", async () => {
    const [header, ...rows] = await series(2);
    expect(header).toEqual(["Period", "Value (kt)", "Status"]);
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      [2023, 255],
      [2024, 270],
    ]);
    for (const row of rows) expect(row[2]).toMatch(/\w/);
  });

  test("any other number is refused", async () => {
    expect(await refused("METALS.SERIES", "quota mining", "rare earths", null, null, null, null, 3)).toMatch(
      /^#VALUE! headers: "3" is not offered here; valid: 0, 1, 2/,
    );
  });
});

describe("blank arguments", () => {
  const bare = { value: 67330000000 };

  test("what is left out means the default", async () => {
    expect(await call("METALS.IMPORTS", "copper", 2024)).toEqual(bare);
  });

  test("null, as between two commas, means the default", async () => {
    expect(await call("METALS.IMPORTS", "copper", 2024, null, null, null, null, null)).toEqual(bare);
  });

  test("0, as an empty cell may arrive, means the default", async () => {
    expect(await call("METALS.IMPORTS", "copper", 2024, 0, 0, 0, 0, 0)).toEqual(bare);
  });

  test("empty text means the default", async () => {
    expect(await call("METALS.IMPORTS", "copper", 2024, "", "", "", "", "")).toEqual(bare);
  });

  test("an empty cell means the default", async () => {
    expect(await call("METALS.IMPORTS", "copper", 2024, [[null]])).toEqual(bare);
  });

  test("one that is needed is named", async () => {
    expect(await refused("METALS.IMPORTS", null, 2024)).toMatch(/^#VALUE! metal: is missing/);
  });
});

describe("ranges as arguments", () => {
  test("one cell counts as its value", async () => {
    expect(await call("METALS.IMPORTS", [["copper"]], [[2024]])).toEqual({ value: 67330000000 });
  });

  test("more cells in the place of one value are refused, with where ranges belong", async () => {
    const message = await refused("METALS.IMPORTS", [["copper"], ["iron"]], 2024);
    expect(message).toMatch(/^#VALUE! metal: one value/);
    expect(message).toContain("METALS.GRID");
  });

  test("GRID takes a row and a column, and lies as they do", async () => {
    const rows = await spill("METALS.GRID", "imports", [["iron", "copper"]], [[2012], [2024]]);
    expect(rows).toEqual([
      [95620000000, 16930000000],
      [132430000000, 67330000000],
    ]);
  });

  test("GRID takes single values for a block of one cell", async () => {
    expect(await spill("METALS.GRID", "imports", "copper", 2024)).toEqual([[67330000000]]);
  });
});

describe("errors as arguments", () => {
  // Not #NAME? and #REF!: the runtime has no number for them and makes #VALUE! of what a function throws.
  test.each(["#N/A", "#VALUE!", "#NUM!", "#DIV/0!", "#NULL!"])("%s comes back as the same error", async (error) => {
    expect(await call("METALS.IMPORTS", { error }, 2024)).toMatchObject({ error });
    expect(await call("METALS.IMPORTS", "copper", 2024, [[{ error }]])).toMatchObject({ error });
  });

  test("an error in a range of GRID stays in its place, beside the figures", async () => {
    const [row] = await spill("METALS.GRID", "imports", "copper", [[2012, { error: "#DIV/0!" }, 2024]]);
    expect(row).toEqual([16930000000, expect.objectContaining({ error: "#DIV/0!" }), 67330000000]);
  });
});

describe("errors in results", () => {
  test("a missing figure of GRID is #N/A in its own cell, with the reason", async () => {
    const [row] = await spill("METALS.GRID", "quota mining", "rare earths", [[2024, 2025]]);
    expect(row).toEqual([270000, { error: "#N/A", message: expect.stringContaining("confidential") }]);
  });

  test("an unknown word of GRID is #VALUE! in its own row, with the nearest words", async () => {
    const rows = await spill("METALS.GRID", "imports", [["copper"], ["coper"]], 2024);
    expect(rows).toEqual([[67330000000], [{ error: "#VALUE!", message: expect.stringContaining("copper") }]]);
  });

  test("a spill without a row is #N/A, with the reason", async () => {
    expect(await refused("METALS.SERIES", "quota mining", "rare earths", 2025, 2025)).toMatch(/^#N\/A .*confidential/);
    expect(await refused("METALS.EVENTS", null, null, 1950, 1950)).toMatch(/^#N\/A Nothing to show: 1950/);
  });
});

describe("forms of a value", () => {
  test("a number as text is the number", async () => {
    expect(await call("METALS.IMPORTS", "copper", "2024")).toEqual({ value: 67330000000 });
    expect(await call("METALS.IMPORTS", 2603, 2024)).toEqual({ value: 67330000000 });
    expect(await call("METALS.IMPORTS", "2603", 2024)).toEqual({ value: 67330000000 });
  });

  test("an Excel date means its month", async () => {
    const serial = (Date.UTC(2025, 5, 15) - Date.UTC(1899, 11, 30)) / 86_400_000;
    expect(await call("REE.EXPORTS", "magnets", serial)).toEqual({ value: 3188 });
  });

  test("Chinese words mean what English ones do", async () => {
    expect(await call("METALS.IMPORTS", "铜", 2024)).toEqual({ value: 67330000000 });
    expect(await call("METALS.IMPORTS", "zinc ores", 2025, "巴基斯坦")).toEqual({ value: 110900000 });
  });
});

describe("answers are those that Node gives", () => {
  const caller = createCaller(sessionOf());

  /** The function that a formula calls, with its arguments. */
  function asked(formula: string): { id: string; args: CallArgument[] } {
    let found: { id: string; args: CallArgument[] } | undefined;
    const call = (id: string, args: readonly unknown[]) => ((found = { id, args: args as CallArgument[] }), 0);
    evaluateFormula(formula, { read: () => undefined, call });
    return found!;
  }

  function inNode(id: string, args: readonly unknown[]): unknown {
    try {
      return { value: caller.call(id, args) };
    } catch (thrown) {
      if (!(thrown instanceof FunctionError)) throw thrown;
      return { error: thrown.code, message: thrown.message };
    }
  }

  /** Formulas that the real runtime answers otherwise than Node. */
  async function different(formulas: readonly string[]): Promise<string[]> {
    const pairs = await Promise.all(
      formulas.map(async (formula) => {
        const { id, args } = asked(formula);
        return [formula, await call(id, ...args), inNode(id, args)] as const;
      }),
    );
    return pairs
      .map(([formula, ...answers]) => [formula, ...answers.map((answer) => JSON.stringify(answer))])
      .filter(([, there, here]) => there !== here)
      .map(([formula, there, here]) => `${formula}: ${there!.slice(0, 300)} instead of ${here!.slice(0, 300)}`);
  }

  test("for every example of every function", async () => {
    const examples = FUNCTIONS.filter(({ id }) => id !== "METALS.VERSION").flatMap((one) => one.examples);
    expect(examples.length).toBeGreaterThan(60);
    expect(await different(examples.map(({ formula }) => formula))).toEqual([]);
  });

  test("in every unit, content and currency, or refused alike", async () => {
    const units = [...seeds().codes("units").keys(), ...[...seeds().codes("factors").keys()].map((id) => `t ${id}`)];
    const questions = (unit: string) => [
      `=METALS.PRICE("copper","2024-06","${unit}")`,
      `=METALS.PRODUCTION("lithium",2024,"Australia",,"${unit}")`,
      `=METALS.IMPORTS("copper",2024,,,"${unit}")`,
    ];
    expect(await different(units.flatMap(questions))).toEqual([]);
  });

  test("for every word of how, alone and beside another", async () => {
    const words = [
      ...choicesOf("series_how"),
      "yoy quarterly",
      "annual index",
      "fill dates newest first",
      "monthly-ish",
    ];
    const questions = (how: string) => [
      `=METALS.SERIES("price","copper","2020-01","2024-12",,,2,,"${how}")`,
      `=METALS.GRID("price",{"copper";"nickel"},{"2023-06","2024-06"},,,,"${how}")`,
    ];
    expect(await different(words.flatMap(questions))).toEqual([]);
  });
});

test("no page of the help is wider than a narrow or a middling window, and each has what it links to", async () => {
  const folders = ["", "tables", "zh", join("zh", "tables")];
  const pages = folders.flatMap((folder) =>
    readdirSync(join(DIST, "help", folder))
      .filter((file) => file.endsWith(".html"))
      .map((file) => join("help", folder, file)),
  );
  const { origin } = new URL(opened().pane.url());
  const page = await opened().page.context().newPage();
  const flaws: string[] = [];
  for (const file of pages) {
    await page.goto(`${origin}/${file.replaceAll("\\", "/")}`);
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 640 });
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      if (needed > width) flaws.push(`${file} needs ${needed} px of ${width}`);
    }
    const links = [...readFileSync(join(DIST, file), "utf8").matchAll(/(?:href|src)="([^":]+)"/g)].map(
      ([, address]) => address!,
    );
    flaws.push(
      ...links
        .filter((address) => !existsSync(join(DIST, file, "..", address)))
        .map((address) => `${file} links to ${address}`),
    );
  }
  await page.close();
  expect(pages.length).toBeGreaterThan(80);
  expect(flaws).toEqual([]);
});

/** The add-in as it ships: the production build in dist/, run by the real office.js inside the page that plays Excel. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "../../tools/build/build";
import type { EngineFunction, Result } from "../../tools/eval/engine";
import type { Outcome } from "../../workbench/host/invocation-results";
import { EngineProcess } from "./engine-process";
import { openHost } from "./harness";
import type { Opened } from "./harness";
import { staysHere } from "./site";

interface Answer {
  readonly formula: string;
  readonly value?: number | string | boolean;
  readonly error?: string;
  readonly messageIncludes?: readonly string[];
}

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: readonly { readonly name: string; readonly optional?: boolean; readonly dimensionality?: string }[];
    readonly result?: { readonly dimensionality?: string };
  }[];
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;
const answers = readJson<Answer[]>(join(__dirname, "..", "golden", "answers.json"));

jest.setTimeout(120_000);

let opened: Opened;
let engine: EngineProcess;
let metadata: Metadata;

/** Formulas are computed by the project's engine, functions by the add-in in the browser. */
function startEngine({ functions }: Metadata): EngineProcess {
  const idOf = new Map(functions.map(({ name, id }) => [name.toUpperCase(), id]));
  const offered = functions.map(({ name, parameters, result }): EngineFunction => ({
    name,
    parameters: parameters.map(({ name: parameter, optional, dimensionality }) => ({
      name: parameter, optional: optional === true, matrix: dimensionality === "matrix",
    })),
    matrix: result?.dimensionality === "matrix",
  }));
  return new EngineProcess(offered, async (name, args) => (await opened.host.invoke(idOf.get(name.toUpperCase())!, args)) as Result);
}

beforeAll(async () => {
  if (!existsSync(join(DIST, "taskpane.html"))) throw new Error("There is no dist/: run npm run build first");
  metadata = readJson<Metadata>(join(DIST, "functions.json"));
  engine = startEngine(metadata);
  opened = await openHost({
    addin: DIST,
    evaluate: async (formula) => {
      const outcome = await engine.evaluate(formula);
      return "error" in outcome ? { error: outcome.error, message: outcome.message } : outcome.value;
    },
  });
});

afterAll(async () => {
  await engine?.close();
  await opened?.close();
});

test("Office is ready with Excel on the web", async () => {
  expect(await opened.pane.evaluate(() => Office.onReady())).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
});

test("every function in functions.json is associated, and no other", async () => {
  const associated = await opened.pane.evaluate(() =>
    Object.keys((CustomFunctions as unknown as { _association: { mappings: object } })._association.mappings),
  );
  expect(metadata.functions.length).toBeGreaterThan(0);
  expect(associated.sort()).toEqual(metadata.functions.map(({ id }) => id.toUpperCase()).sort());
});

describe("answers that must never change", () => {
  test.each(answers.map((answer) => [answer.formula, answer] as const))("%s", async (formula, answer) => {
    const outcome = await engine.evaluate(formula);
    expect(outcome).toMatchObject(answer.error === undefined ? { value: answer.value } : { error: answer.error });
    for (const part of answer.messageIncludes ?? []) expect((outcome as { message: string }).message).toContain(part);
  });
});

test("one value comes back bare, without headers", async () => {
  expect(await opened.host.invoke("METALS.IMPORTS", ["copper", 2024])).toEqual({ value: 67330000000 });
});

test("a missing figure is #N/A with the reason", async () => {
  const outcome = (await opened.host.invoke("REE.QUOTA", [2025, "mining"])) as Extract<Outcome, { error: string }>;
  expect(outcome.error).toBe("#N/A");
  expect(outcome.message).toContain("confidential");
});

test("a series comes back as a matrix of period and value", async () => {
  const { value } = (await opened.host.invoke("METALS.SERIES", ["imports", "copper"])) as { value: unknown[][] };
  expect(value).toContainEqual([2024, 67330000000]);
  expect(value.map((row) => row.length)).toEqual(value.map(() => 2));
});

test("a formula in a cell shows its figure, and a series spills", async () => {
  await opened.host.enter("A1", [['=METALS.IMPORTS("copper",2024)']]);
  await opened.host.enter("C1", [['=METALS.SERIES("imports","copper")']]);
  expect((await opened.host.read("A1")).values).toEqual([[67330000000]]);
  expect((await opened.host.read("C1:D40")).values).toContainEqual([2024, 67330000000]);
});

test("many calls at once are all answered", async () => {
  const years = Array.from({ length: 500 }, (_, i) => 1900 + (i % 200));
  const outcomes = await opened.host.invokeMany(years.map((year) => ["METALS.IMPORTS", ["copper", year]]));
  expect(outcomes.filter((_, i) => years[i] === 2024)).toEqual(years.filter((year) => year === 2024).map(() => ({ value: 67330000000 })));
  expect(outcomes.filter((outcome) => !("value" in outcome) && outcome.error !== "#N/A")).toEqual([]);
});

test("the page and all it loads are the files of dist/, untouched", async () => {
  const { origin } = new URL(opened.pane.url());
  const asked = [...new Set(opened.requests.filter((url) => url.startsWith(origin)))].map((url) => new URL(url).pathname);
  expect(asked).toContain("/taskpane.html");
  for (const path of asked) {
    const served = await opened.pane.evaluate(async (address) => {
      const bytes = await (await fetch(address)).arrayBuffer();
      return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))];
    }, path);
    const built = [...createHash("sha256").update(readFileSync(join(DIST, path))).digest()];
    expect({ path, served }).toEqual({ path, served: built });
  }
});

test("no request leaves this machine, and nothing goes wrong on the page", async () => {
  expect(opened.requests.filter((url) => !staysHere(url))).toEqual([]);
  expect(opened.problems).toEqual([]);
});

test("the add-in asks Excel for nothing this host lacks", async () => {
  expect((await opened.host.log()).apiNotFound).toEqual([]);
});

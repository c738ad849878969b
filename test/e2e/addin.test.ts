/** The add-in as it ships: the production build in dist/, run by the real office.js inside the page that plays Excel. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "../../tools/build/build";
import type { Outcome } from "../../workbench/host/invocation-results";
import { builtMetadata, computed, startEngine } from "./addin-engine";
import { hostForAll } from "./harness";
import { openForAll } from "./held";
import { builtAddin } from "./site";

interface Answer {
  readonly formula: string;
  readonly value?: number | string | boolean;
  readonly error?: string;
  readonly messageIncludes?: readonly string[];
}

const answers = JSON.parse(readFileSync(join(__dirname, "..", "golden", "answers.json"), "utf8")) as Answer[];

const metadata = builtMetadata();
const engine = openForAll(
  () => startEngine(() => opened().host),
  (started) => started.close(),
);
const opened = hostForAll(() => ({ addin: builtAddin(), evaluate: (formula) => computed(engine(), formula) }));

test("Office is ready with Excel on the web", async () => {
  expect(await opened().pane.evaluate(() => Office.onReady())).toMatchObject({
    host: "Excel",
    platform: "OfficeOnline",
  });
});

test("every function in functions.json is associated, and no other", async () => {
  const associated = await opened().pane.evaluate(() =>
    Object.keys((CustomFunctions as unknown as { _association: { mappings: object } })._association.mappings),
  );
  expect(metadata.functions.length).toBeGreaterThan(0);
  expect(associated.sort()).toEqual(metadata.functions.map(({ id }) => id.toUpperCase()).sort());
});

describe("answers that must never change", () => {
  test.each(answers.map((answer) => [answer.formula, answer] as const))("%s", async (formula, answer) => {
    const outcome = await engine().evaluate(formula);
    expect(outcome).toMatchObject(answer.error === undefined ? { value: answer.value } : { error: answer.error });
    for (const part of answer.messageIncludes ?? []) expect((outcome as { message: string }).message).toContain(part);
  });
});

test("one value comes back bare, without headers", async () => {
  expect(await opened().host.invoke("METALS.IMPORTS", ["copper", 2024])).toEqual({ value: 67330000000 });
});

test("a missing figure is #N/A with the reason", async () => {
  const outcome = (await opened().host.invoke("REE.QUOTA", [2025, "mining"])) as Extract<Outcome, { error: string }>;
  expect(outcome.error).toBe("#N/A");
  expect(outcome.message).toContain("confidential");
});

test("a series comes back as a matrix of period and value", async () => {
  const { value } = (await opened().host.invoke("METALS.SERIES", ["imports", "copper"])) as { value: unknown[][] };
  expect(value).toContainEqual([2024, 67330000000]);
  expect(value.map((row) => row.length)).toEqual(value.map(() => 2));
});

test("a formula in a cell shows its figure, and a series spills", async () => {
  await opened().host.enter("A1", [['=METALS.IMPORTS("copper",2024)']]);
  await opened().host.enter("C1", [['=METALS.SERIES("imports","copper")']]);
  expect((await opened().host.read("A1")).values).toEqual([[67330000000]]);
  expect((await opened().host.read("C1:D40")).values).toContainEqual([2024, 67330000000]);
});

test("many calls at once are all answered", async () => {
  const years = Array.from({ length: 500 }, (_, i) => 1900 + (i % 200));
  const outcomes = await opened().host.invokeMany(years.map((year) => ["METALS.IMPORTS", ["copper", year]]));
  expect(outcomes.filter((_, i) => years[i] === 2024)).toEqual(
    years.filter((year) => year === 2024).map(() => ({ value: 67330000000 })),
  );
  expect(outcomes.filter((outcome) => !("value" in outcome) && outcome.error !== "#N/A")).toEqual([]);
});

test("the page and all it loads are the files of dist/, untouched", async () => {
  const { origin } = new URL(opened().pane.url());
  const asked = [...new Set(opened().requests.filter((url) => url.startsWith(origin)))].map(
    (url) => new URL(url).pathname,
  );
  expect(asked).toContain("/taskpane.html");
  for (const path of asked) {
    const served = await opened().pane.evaluate(async (address) => {
      const bytes = await (await fetch(address)).arrayBuffer();
      return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))];
    }, path);
    const built = [
      ...createHash("sha256")
        .update(readFileSync(join(DIST, path)))
        .digest(),
    ];
    expect({ path, served }).toEqual({ path, served: built });
  }
});

test("no request goes anywhere but to its own server and office.js, and nothing goes wrong on the page", async () => {
  opened().assertStayedHere();
  expect(opened().problems).toEqual([]);
});

test("the add-in asks Excel for nothing this host lacks", async () => {
  expect((await opened().host.log()).apiNotFound).toEqual([]);
});

test("others' code in the bundle is what the bill and the list of licences name, each by its packages", () => {
  const bill = JSON.parse(readFileSync(join(DIST, "sbom.cdx.json"), "utf8")) as { components: { name: string }[] };
  const named = bill.components.map(({ name }) => name).sort();
  const maps = (readdirSync(DIST, { recursive: true }) as string[]).filter((path) => path.endsWith(".js.map"));
  const sources = maps.flatMap(
    (path) => (JSON.parse(readFileSync(join(DIST, path), "utf8")) as { sources: string[] }).sources,
  );
  const bundled = sources.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  expect([...new Set(bundled)].sort().filter((name) => !named.includes(name))).toEqual([]);
  expect(bundled.length).toBeGreaterThan(10);
  const licences = readFileSync(join(DIST, "licences.txt"), "utf8");
  for (const name of named) expect(licences).toContain(`\n${name} `);
});

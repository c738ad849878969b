/** What is no release is refused with a sentence about what is wrong, whatever was done to it. */
import type { ReleaseFile } from "../../src/dataset/format/codec";
import { Dataset } from "../../src/dataset/dataset";
import { createSession } from "../../src/functions/languages";
import { Channel, refusalText } from "../../src/update";
import { requireShape } from "../../src/update/verify/shape";
import { firstRelease } from "../fixtures/compiled";
import { published, secondRelease } from "./releases";

const current = new Dataset(firstRelease());
const text = JSON.stringify(secondRelease());

type Json = { [key: string]: Json };

/** The reason for which a changed release is refused; undefined when it is taken. */
async function reasonFor(edit: (file: Json) => unknown): Promise<string | undefined> {
  const file = JSON.parse(text) as Json;
  edit(file);
  const { bytes, notice } = published({ ...file } as unknown as ReleaseFile);
  const state = await new Channel({
    base: "https://data.example/",
    current: () => current,
    addinVersion: "9.9.9",
    fetch: (address) =>
      Promise.resolve(
        new Response(
          address.endsWith("latest.json")
            ? JSON.stringify({ ...notice, release: "R2", date: "2026-12-01", minAddin: "0.1.0" })
            : bytes,
        ),
      ),
    digester: crypto.subtle,
    accept: (dataset) => void createSession(dataset, { language: "en", standing: {}, addinVersion: "9.9.9" }),
  }).fetch();
  return state.kind === "refused" ? refusalText(state.refusal, "R1", "en") : undefined;
}

const columns = (file: Json, table: string) => file["tables"]![table]!["columns"]!;
const rowsOf = (file: Json, table: string) => file["tables"]![table]!["rows"] as unknown as number;
const set = (target: Json, name: string, value: unknown) => void (target[name] = value as Json);

test.each<[what: string, edit: (file: Json) => unknown, reason: RegExp]>([
  ["no tables", (it) => delete it["tables"], /"tables" is not an object/],
  ["tables that are a list", (it) => set(it, "tables", []), /"tables" is not an object/],
  ["no events", (it) => delete it["tables"]!["events"], /the release has no events/],
  ["no words of items", (it) => delete it["tables"]!["codes/items"], /the release has no codes\/items/],
  ["units without names", (it) => delete columns(it, "codes/units")["label"], /codes\/units has no column "label"/],
  [
    "a unit of no size",
    (it) => set(columns(it, "codes/units"), "factor", { t: Array(rowsOf(it, "codes/units")).fill("lots") }),
    /codes\/units: "lots" is not a number/,
  ],
  [
    "contents without their masses",
    (it) => set(it["tables"]!, "codes/factors", { rows: 1, columns: { id: { t: ["LCE"] } } }),
    /codes\/factors has no column "metal_mass"/,
  ],
  ["events without dates", (it) => delete columns(it, "events")["due"], /events has no column "due"/],
  ["series without a rank", (it) => delete columns(it, "series")["rank"], /series has no column "rank"/],
  ["rows that are no number", (it) => set(it["tables"]!["events"]!, "rows", "71"), /events does not say how many rows/],
  ["rows without end", (it) => set(it["tables"]!["events"]!, "rows", 1e9), /events has 1000000000 rows; at most/],
  ["a column that is none", (it) => set(columns(it, "events"), "due", 5), /column "due" of events is not an object/],
  [
    "numbers for texts",
    (it) => set(columns(it, "events"), "due", { t: [1, 2] }),
    /column "due" of events is not made of/,
  ],
  [
    "too few texts",
    (it) => set(columns(it, "events"), "due", { t: ["a"] }),
    /column "due" of events has 1 cells for \d+ rows/,
  ],
  [
    "a word that is not in the dictionary",
    (it) =>
      set(columns(it, "events"), "due", {
        d: ["a"],
        i: Array(it["tables"]!["events"]!["rows"] as unknown as number).fill(7),
      }),
    /column "due" of events refers to a text that is not there/,
  ],
  [
    "a packing that is none",
    (it) => set(columns(it, "events"), "due", { d: [""], p: {} }),
    /column "due" of events cannot be/,
  ],
  [
    "a long text",
    (it) => set(columns(it, "definitions"), "text", { d: ["x".repeat(30_000)], p: { runs: "" } }),
    /30000 characters/,
  ],
  [
    "a recipe that is none",
    (it) => set(it["tables"]!, "tables", { rows: 1, columns: { id: { t: ["a"] }, json: { t: ["{"] } } }),
    /a recipe of tables cannot be read/,
  ],
  [
    "thousands of releases",
    (it) => {
      const ids = Array.from({ length: 1500 }, (_, i) => `R${i + 1}`);
      set(it["tables"]!, "releases", { rows: 1500, columns: { id: { t: ids }, date: { t: ids } } });
    },
    /the file has 1500 releases; at most/,
  ],
  [
    "a release named twice",
    (it) => set(columns(it, "releases"), "id", { t: ["R2", "R2"] }),
    /releases has an id twice/,
  ],
  [
    "days that go back",
    (it) => set(columns(it, "releases"), "date", { t: ["2026-12-09", "2026-12-01"] }),
    /date of R2 does not follow/,
  ],
  [
    "another day in the list",
    (it) => set(columns(it, "releases"), "date", { t: ["2026-11-22", "2026-12-09"] }),
    /its list gives R2 another date/,
  ],
  [
    "a source that is not there",
    (it) =>
      set(columns(it, "sources"), "id", { t: Array(it["tables"]!["sources"]!["rows"] as unknown as number).fill("x") }),
    /is not in sources/,
  ],
])("%s", async (_what, edit, reason) => {
  expect(await reasonFor(edit)).toMatch(reason);
});

test("whatever is broken in it, the reason is a sentence of ours", async () => {
  let state = 20_261_129;
  const random = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const junk = [null, -1, "", "x", [], {}, [null], { t: null }, { d: ["a"] }, { d: [], p: { steps: "\u0000" } }];
  const reasons = new Set<string | undefined>();
  for (let i = 0; i < 60; i++) {
    const reason = await reasonFor((file) => {
      let at = file;
      let name = "tables";
      for (let depth = random(4) + 1; depth > 0; depth--) {
        const below = at[name];
        const names = typeof below === "object" && below !== null ? Object.keys(below) : [];
        if (names.length === 0 || names.length > 1000) break;
        [at, name] = [below!, names[random(names.length)]!];
      }
      if (random(3) === 0) delete at[name];
      else set(at, name, junk[random(junk.length)]);
    });
    reasons.add(reason?.replace(/\d+/g, "#"));
    expect({ i, reason }).toEqual({
      i,
      reason: expect.not.stringMatching(/undefined|null|not iterable|not a function|Unexpected/) as string,
    });
  }
  expect(reasons.size).toBeGreaterThan(20);
});

test("what has the right shape is let through", () => {
  expect(() => requireShape(JSON.parse(text))).not.toThrow();
});

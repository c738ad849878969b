/** A newer file gives what every earlier release gave, or it is refused with the first difference. */
import { createHash } from "node:crypto";
import type { ReleaseFile } from "../../src/dataset/format/codec";
import { Dataset } from "../../src/dataset/dataset";
import { decidingText, tablesOf } from "../../src/update/verify/deciding";
import { ReleaseRefusal } from "../../src/update";
import { requireSamePast } from "../../src/update/verify/past";
import { countingIn, verify } from "../../src/update/verify/verify";
import { firstRelease } from "../fixtures/compiled";
import { COPPER, LITHIUM, nextRelease, published, secondRelease, withRows, type Cells } from "./releases";

/** The first release with few series: the rules are the same, and a hundred files are made of it. */
const first = ["series", "observations"].reduce((file, table) => {
  const isKept = (row: Cells) => (row["series"] ?? row["id"]!).includes(".customs.");
  return withRows(file, table, (rows) => rows.filter(isKept));
}, firstRelease());
const second = secondRelease(first);
const current = new Dataset(first);

/** What becomes of a file that the channel offers. */
async function taking(file: ReleaseFile, now = current): Promise<string> {
  const { bytes, notice } = published(file);
  try {
    return (await verify(bytes, notice, now, "9.9.9", crypto.subtle)).release;
  } catch (error) {
    if (!(error instanceof ReleaseRefusal)) throw error;
    const { release, what, detail } = error.data as unknown as Record<string, string>;
    return error.kind === "rewritesPast" ? `${release}: ${what}` : `${error.kind}: ${detail}`;
  }
}

const change = (table: string, which: Cells, to: Cells) => (file: ReleaseFile) => {
  const isOne = (row: Cells) => Object.entries(which).every(([column, text]) => row[column] === text);
  let found = 0;
  const changed = withRows(file, table, (rows) =>
    rows.map((row) => (isOne(row) && found++ === 0 ? { ...row, ...to } : row)),
  );
  if (found === 0) throw new Error(`no such row in ${table}`);
  return changed;
};

const EVENT = { id: current.events[0]!.row.id };
const SOURCE = { id: current.sourceRows()[0]!.row.id };

const ATTACKS: [attack: string, plant: (file: ReleaseFile) => ReleaseFile, first: RegExp][] = [
  [
    "a figure changed",
    change("observations", { series: COPPER, period: "2012" }, { value: "1" }),
    /: imports.copper.* 2012$/,
  ],
  ["a figure from elsewhere", change("observations", { series: COPPER }, { source: SOURCE.id }), /2\d{3}: source$/],
  ["a figure found elsewhere", change("observations", { series: COPPER }, { locator: "p99" }), /: locator$/],
  ["a figure with another status", change("observations", { series: COPPER }, { status: "E" }), /: status$/],
  ["a figure published later", change("observations", { series: COPPER }, { known: "2026-11-01" }), /: known$/],
  [
    "a figure withdrawn from the start",
    change("observations", { series: COPPER }, { added: "R2" }),
    /is not in its place$/,
  ],
  ["an event in force later", change("events", EVENT, { in_force: "2031-01-01" }), /^R1: events \S+: in_force$/],
  ["an event of other items", change("events", EVENT, { items: "copper" }), /^R1: events \S+: items$/],
  ["an event from another source", change("events", EVENT, { source: SOURCE.id }), /^R1: events \S+: source$/],
  [
    "an event taken away",
    (file) => withRows(file, "events", (rows) => rows.slice(1)),
    /^R1: events \S+ is not in its place$/,
  ],
  [
    "an event added to the past",
    (file) => withRows(file, "events", (rows) => [...rows, { ...rows[0]!, id: "another" }]),
    /^R1: events another is new$/,
  ],
  ["events in another order", (file) => withRows(file, "events", (rows) => rows.toReversed()), /^R1: events .* place$/],
  ["a source renamed", change("sources", SOURCE, { title: "Another paper" }), /^R1: sources \S+: title$/],
  ["a source of somebody else", change("sources", SOURCE, { publisher: "Somebody" }), /: publisher$/],
  ["a source with other terms", change("sources", SOURCE, { licence: "none" }), /: licence$/],
  ["a source read later", change("sources", SOURCE, { accessed: "2026-11-23" }), /: accessed$/],
  ["an item of another metal", change("codes/items", { metal: "copper" }, { metal: "zinc" }), /^R1: items \S+: metal$/],
  ["an item of another kind", change("codes/items", { id: "copper" }, { kind: "basket" }), /^R1: items copper: kind$/],
  ["a unit of another size", change("codes/units", { id: "USD bn" }, { scale: "8" }), /^R1: units USD bn: scale$/],
  [
    "another usual count",
    change("codes/indicators", { id: "imports" }, { basis: "baci" }),
    /^R1: indicators imports: basis$/,
  ],
  [
    "an event that is no control any more",
    change("codes/event_types", { control: "yes" }, { control: "no" }),
    /: control$/,
  ],
  [
    "an item taken away",
    (file) => withRows(file, "codes/items", (rows) => rows.filter(({ id }) => id !== "tin")),
    /items/,
  ],
  [
    "a word given to another code",
    change("codes/items", { id: "zinc" }, { aliases: "Copper ore" }),
    /^R1: items "copper ore" means zinc$/,
  ],
  ["an older release dated anew", change("releases", { id: "R1" }, { date: "2026-11-23" }), /^R1: releases R1: date$/],
  ["another rank", change("series", { id: COPPER }, { rank: "9" }), /^R1: series imports.copper\S+: rank$/],
  ["another unit", change("series", { id: COPPER }, { unit: "t" }), /: unit$/],
  ["a series of another metal", change("series", { id: COPPER }, { item: "zinc" }), /: item$/],
  [
    "another meaning of a bare word",
    change("defaults", { stage: "mine" }, { stage: "refinery" }),
    /^R1: defaults .*: stage$/,
  ],
  ["another reason", change("absences", {}, { reason: "confidential" }), /^R1: absences .*: reason$/],
];

test("an honest release is taken", async () => {
  expect(await taking(second)).toBe("R2");
});

test.each(ATTACKS)("refused: %s", async (_attack, plant, difference) => {
  expect(await taking(plant(second))).toMatch(difference);
});

test("labels, notes, translations, addresses and summaries may be improved, and words added", async () => {
  const improvements: [string, Cells, Cells][] = [
    ["series", { id: COPPER }, { label: "Imports of copper ore", label_zh: "铜矿砂进口", note: "Checked again" }],
    ["sources", SOURCE, { url: "https://example.org/moved", note: "Moved" }],
    ["events", EVENT, { summary: "In better words", summary_zh: "更好的说法", note: "" }],
    ["observations", { series: COPPER }, { note: "Printed in bold" }],
    ["codes/items", { id: "copper" }, { label: "Copper, all forms", note: "", aliases: "copper in whatever form" }],
    ["releases", { id: "R1" }, { summary: "The first" }],
  ];
  expect(await taking(improvements.reduce((file, one) => change(...one)(file), second))).toBe("R2");
});

test("a later release cannot change what any release before it answered, corrections included", async () => {
  const third = nextRelease(second, { id: "R3", date: "2027-01-31" });
  const known = new Dataset(second);
  expect(await taking(third, known)).toBe("R3");
  const attacks = [
    change("observations", { series: COPPER, period: "2025" }, { value: "71" }),
    change("observations", { series: LITHIUM, period: "2024" }, { withdrawn: "R3" }),
    change("corrections", { id: "c1" }, { period: "2023" }),
    change("releases", { id: "R2" }, { date: "2026-12-02" }),
  ];
  const answers = await Promise.all(attacks.map((attack) => taking(attack(third), known)));
  expect(answers).toEqual([
    `R2: ${COPPER} 2025`,
    `R2: ${LITHIUM} 2024 counts in other releases`,
    "R2: corrections c1: period",
    "R2: releases R2: date",
  ]);
});

describe("sealed releases", () => {
  const sealOf = (file: ReleaseFile, release: string) => {
    const dataset = new Dataset(file);
    return createHash("sha256")
      .update(decidingText(tablesOf(dataset), countingIn(dataset, release)))
      .digest("hex");
  };
  const seal = (file: ReleaseFile, digest: string) => change("releases", { id: "R1" }, { digest })(file);

  test("have the digest that the list gives, in a later file as in their own", async () => {
    const digest = sealOf(first, "R1");
    expect(sealOf(second, "R1")).toBe(digest);
    expect(await taking(seal(second, digest))).toBe("R2");
  });

  test("are refused when a list gives another: the one known here, or that of the file", async () => {
    const other = "0".repeat(64);
    expect(await taking(seal(second, other))).toMatch(/^R1: SHA-256 [0-9a-f]{12}…$/);
    expect(await taking(second, new Dataset(seal(first, other)))).toMatch(/^R1: SHA-256/);
  });

  test("a digest covers each column that decides", () => {
    const digest = sealOf(second, "R1");
    // Words are held against those known here; a digest cannot, for more of them may come.
    const covered = ATTACKS.filter(([attack]) => !attack.startsWith("a word given"));
    const missed = covered.filter(([, plant]) => sealOf(plant(second), "R1") === digest).map(([attack]) => attack);
    expect(missed).toEqual([]);
  });
});

test("the first difference is found in the files themselves too", () => {
  expect(() => requireSamePast(current, new Dataset(change("sources", SOURCE, { creator: "Nobody" })(second)))).toThrow(
    expect.objectContaining({ data: { release: "R1", what: `sources ${SOURCE.id}: creator` } }),
  );
});

import { repair } from "../../src/workbook/repair";
import { addressOf } from "../../src/sheets/notation/place";
import { openOrebook, type OrebookExcel } from "./orebook";

const COPPER = '=METALS.IMPORTS("copper",2024)';

/** A workbook that was opened before the add-in was there. */
async function opened(cells: Readonly<Record<string, string>>, sheets: readonly string[] = []): Promise<OrebookExcel> {
  let isLoaded = false;
  const excel = openOrebook({ isLoaded: () => isLoaded });
  for (const name of sheets) excel.addSheet(name);
  for (const [cell, formula] of Object.entries(cells)) await excel.enter(cell, [[formula]]);
  isLoaded = true;
  return excel;
}

const repaired = async (namespace = "") => {
  const result = await repair(namespace);
  if (result.kind !== "repaired") throw new Error(result.kind);
  return {
    places: result.places.map(addressOf),
    names: result.names,
    left: result.left.map(({ place, reason }) => [addressOf(place), reason]),
  };
};

test.each([
  ["#NAME? of a formula under its own name", COPPER, COPPER],
  ["a stored name", '=_xldudf_METALS_IMPORTS("copper",2024)', COPPER],
  ["a stored name of another workbook", '=[1]!_xldudf_METALS_IMPORTS("copper",2024)', COPPER],
  [
    "a stored name of a path",
    "='C:\\Users\\a b\\[Book1.xlsx]'!_xldudf_REE_QUOTA(2024,\"mining\")",
    '=REE.QUOTA(2024,"mining")',
  ],
  [
    "a nested call",
    '=_xldudf_METALS_IMPORTS("copper",[2]!_xldudf_METALS_LATEST("imports","copper",,"period"))/1000',
    '=METALS.IMPORTS("copper",METALS.LATEST("imports","copper",,"period"))/1000',
  ],
])("%s is entered again", async (_, formula, as) => {
  const excel = await opened({ B2: formula });
  expect(await repaired()).toEqual({ places: ["Sheet1!B2"], names: [], left: [] });
  expect(excel.formulas("B2")).toEqual([[as]]);
  expect(typeof (await excel.values("B2"))[0]![0]).toBe("number");
});

test("a spill fills its block again", async () => {
  const excel = await opened({ A1: '=_xldudf_METALS_SERIES("imports","copper",2023,2024)' });
  await repaired();
  expect(await excel.values("A1:B2")).toEqual([
    [2023, 60100000000],
    [2024, 67330000000],
  ]);
});

test("formulas that work, other add-ins' formulas and texts are left alone", async () => {
  const excel = await opened({
    A1: "=OTHER.FUNCTION(1)",
    A2: "'=_xldudf_METALS_IMPORTS(1)",
    A3: "=_xldudf_OTHER_THING(1)",
  });
  await excel.enter("B1", [[COPPER]]);
  expect(await repair("")).toEqual({ kind: "nothing" });
  expect(excel.formulas("A1:A3")).toEqual([
    ["=OTHER.FUNCTION(1)"],
    ["=_xldudf_METALS_IMPORTS(1)"],
    ["=_xldudf_OTHER_THING(1)"],
  ]);
});

test("protected sheets are listed, the others repaired", async () => {
  const excel = await opened({ "Sheet1!A1": COPPER, "'Q2''s (数据)'!C3": COPPER }, ["Q2's (数据)"]);
  excel.workbook.sheets.change(excel.workbook.sheets.named("Q2's (数据)")!.id, { isProtected: true });
  expect(await repaired()).toEqual({ places: ["Sheet1!A1"], names: [], left: [["'Q2''s (数据)'!C3", "protected"]] });
});

test("functions that this version does not have, and formulas that are still not understood, are listed", async () => {
  const excel = openOrebook({ isLoaded: () => false });
  await excel.enter("A1", [["=_xldudf_METALS_FUTURE(1)"], [COPPER]]);
  expect(await repaired()).toEqual({
    places: [],
    names: [],
    left: [
      ["Sheet1!A1", "unknownFunction"],
      ["Sheet1!A2", "stillUnrecognised"],
    ],
  });
  expect(excel.formulas("A1")).toEqual([["=_xldudf_METALS_FUTURE(1)"]]);
});

test("defined names are repaired, the workbook's and a sheet's", async () => {
  const excel = await opened({ A1: "=Copper*2" });
  const sheet = excel.workbook.sheets.list()[0]!.id;
  const name = { comment: "", visible: true };
  excel.workbook.names.set({
    ...name,
    name: "Copper",
    scope: null,
    refersTo: '=_xldudf_METALS_IMPORTS("copper",2024)',
  });
  excel.workbook.names.set({
    ...name,
    name: "Own",
    scope: sheet,
    refersTo: '=[1]!_xldudf_METALS_PRICE("copper",2024)',
  });
  expect((await repaired()).names).toEqual(["Copper", "Own"]);
  expect([
    excel.workbook.names.get("Copper", null)!.refersTo,
    excel.workbook.names.get("Own", sheet)!.refersTo,
  ]).toEqual([COPPER, '=METALS.PRICE("copper",2024)']);
});

test("a build with a namespace has its names", async () => {
  const excel = await opened({ A1: '=_xldudf_METALS_REE_QUOTA(2024,"mining")' });
  await repaired("METALS");
  expect(excel.formulas("A1")).toEqual([['=METALS.REE.QUOTA(2024,"mining")']]);
});

test("hidden rows do not misplace a formula", async () => {
  const excel = await opened({});
  await excel.enter(
    "A1",
    [2012, 2013, 2023, 2024].map((year) => [`=_xldudf_METALS_IMPORTS("copper",${year})`]),
  );
  excel.workbook.formats.set(
    { sheet: excel.workbook.sheets.list()[0]!.id, row: 1, column: 0, rowCount: 2, columnCount: 1 },
    "rowHidden",
    true,
  );
  await repair("");
  expect(excel.formulas("A1:A4")).toEqual(
    [2012, 2013, 2023, 2024].map((year) => [`=METALS.IMPORTS("copper",${year})`]),
  );
});

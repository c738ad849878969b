import { FUNCTIONS } from "../../../src/functions";
import type { Value } from "../../../src/sheets/formula/value";
import { waysOn } from "../../../src/taskpane/builder/ways-on";
import { contextOf } from "../context";

async function ways(id: string, ...values: Value[]) {
  const definition = FUNCTIONS.find((one) => one.id === id)!;
  return waysOn(await contextOf(), definition, values);
}

test("a year without a figure leads to the nearest years that have one", async () => {
  const found = await ways("METALS.IMPORTS", "copper", 2015);
  const periods = found.filter(({ position }) => position === 1).map(({ word }) => word);
  expect(periods.length).toBeGreaterThan(0);
  expect(periods.every((period) => Number(period) !== 2015)).toBe(true);
  expect(found.every(({ gives }) => /\d/.test(gives))).toBe(true);
});

test("a word that is not known leads to the nearest ones", async () => {
  const found = await ways("METALS.IMPORTS", "coper", 2024);
  expect(found[0]).toMatchObject({ position: 0, word: "copper" });
});

test("what has an answer, or is no question, leads nowhere", async () => {
  expect(await ways("METALS.LIST", "metals")).toEqual([]);
});

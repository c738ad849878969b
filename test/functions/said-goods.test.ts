/** A message calls goods as the question did. */
import { createCaller, FunctionError } from "../../src/functions";
import { seeds, sessionOf } from "../fixtures/seeds";

function messageOf(metal: string, language: "en" | "zh" = "en"): string {
  try {
    createCaller(sessionOf({ language })).call("METALS.IMPORTS", [metal, 1950]);
    return "";
  } catch (error) {
    if (error instanceof FunctionError) return error.message;
    throw error;
  }
}

test.each([
  ["bauxite", "Imports of bauxite ("],
  ["Nickel Ore", "Imports of nickel ore ("],
  ["aluminum", "Imports of aluminum ("],
  ["iron", "Imports of iron ore ("],
  ["Copper", "Imports of copper ("],
  ["Cu", "Imports of copper ("],
  ["2603", "Imports of copper ("],
  ["铜矿", "Imports of copper ("],
])("%s: %s", (metal, beginning) => expect(messageOf(metal).startsWith(beginning)).toBe(true));

test("in Chinese a Chinese name is repeated, an English one is not", () => {
  expect(messageOf("铝土矿", "zh")).toContain("铝土矿");
  expect(messageOf("bauxite", "zh")).not.toContain("bauxite");
});

test("no spelling of a long name takes longer than another", () => {
  const labels = [...seeds().codes("items").values()].map(({ label }) => label.replace(/[^A-Za-z]/g, "").toLowerCase());
  const longest = labels.sort((a, b) => b.length - a.length).slice(0, 20);
  expect(longest[0]!.length).toBeGreaterThan(30);
  for (const label of longest) expect(messageOf(`${label.slice(0, -1)}${label.at(-1)!.toUpperCase()}`)).not.toBe("");
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FUNCTIONS } from "../../../src/functions";
import { readme } from "../../../tools/readme/readme";
import { seeds } from "../../fixtures/seeds";

const ROOT = join(__dirname, "..", "..", "..");
const text = readFileSync(join(ROOT, "README.md"), "utf8");
const dataset = seeds();

test("README.md lists the functions and sources as they are (npm run readme brings it up to date)", () => {
  expect(text).toBe(readme(text, dataset));
  for (const { id } of FUNCTIONS) expect(text).toContain(`\`${id}(`);
});

test("a README without its markers is refused", () => {
  expect(() => readme("# Orebook", dataset)).toThrow("functions:begin");
});

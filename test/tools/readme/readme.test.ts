import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Dataset } from "../../../src/dataset/dataset";
import { FUNCTIONS } from "../../../src/functions";
import { compile } from "../../../tools/data/compile";
import { readme } from "../../../tools/readme/readme";

const ROOT = join(__dirname, "..", "..", "..");
const text = readFileSync(join(ROOT, "README.md"), "utf8");
const dataset = new Dataset(compile(join(ROOT, "seeds")).release!);

test("README.md lists the functions and sources as they are (npm run readme brings it up to date)", () => {
  expect(text).toBe(readme(text, dataset));
  for (const { id } of FUNCTIONS) expect(text).toContain(`\`${id}(`);
});

test("a README without its markers is refused", () => {
  expect(() => readme("# Orebook", dataset)).toThrow("functions:begin");
});

import { join, relative } from "node:path";
import { sourcesOf } from "./sources-of";

const ROOT = join(__dirname, "..", "..");

const sources = sourcesOf(join(ROOT, "tools", "data", "compile.ts")).map((path) =>
  relative(ROOT, path).replaceAll("\\", "/"),
);

test.each([
  "tools/data/compile.ts",
  "tools/data/release/encode.ts",
  "src/dataset/format/codec.ts",
  "src/query/units/units.ts",
])("what compiles the seeds is found: %s", (path) => expect(sources).toContain(path));

test("what does not is left out", () => {
  expect(sources.filter((path) => /^(test|src\/(taskpane|workbook|runtime))\//.test(path))).toEqual([]);
});

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { FUNCTIONS } from "../../../src/functions";
import { withFunctions, withSources } from "../../../tools/readme/pages";
import { seeds } from "../../fixtures/seeds";

const ROOT = join(__dirname, "..", "..", "..");
const page = (path: string) => readFileSync(join(ROOT, path), "utf8");

test("the pages list the functions and sources as they are (npm run readme brings them up to date)", () => {
  const [functions, sources] = [page("docs/functions.md"), page("docs/sources.md")];
  expect([functions, sources]).toEqual([withFunctions(functions), withSources(sources, seeds())]);
  for (const { id } of FUNCTIONS) expect(functions).toContain(`\`${id}(`);
});

test("a page without its markers is refused", () => {
  expect(() => withFunctions("# Orebook")).toThrow("functions:begin");
});

test.each([
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "docs/administrators.md",
  "docs/functions.md",
  "docs/using.md",
])("%s leads nowhere but to pages that are there", (path) => {
  const links = [...page(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!);
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
});

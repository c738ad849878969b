import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDark } from "../../src/taskpane/theme";
import { themeStyles } from "../fixtures/theme";

const FILE = join(__dirname, "..", "..", "src", "taskpane", "styles", "theme.css");

/** `GOLDEN=write npx jest test/taskpane/theme` writes the styles anew, when a style names another of Fluent's tokens. */
it("the pane's colours and sizes are Fluent's, every one that is named and no other", () => {
  const styles = themeStyles();
  if (process.env["GOLDEN"] === "write") writeFileSync(FILE, styles);
  expect(readFileSync(FILE, "utf8").replace(/\s+/g, " ")).toBe(styles.replace(/\s+/g, " "));
});

test.each([
  ["#ffffff", false],
  ["#F3F3F3", false],
  ["#292929", true],
  ["#000000", true],
  ["#0f6cbd", true],
])("a background %s calls for a dark theme: %s", (background, dark) => {
  expect(isDark(background, !dark)).toBe(dark);
});

test("without a background the system's preference decides", () => {
  expect(isDark(undefined, true)).toBe(true);
  expect(isDark("transparent", false)).toBe(false);
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { themeStyles } from "../fixtures/theme";

const FILE = join(__dirname, "..", "..", "src", "taskpane", "styles", "theme.css");

/** `GOLDEN=write npx jest test/taskpane/theme` writes the styles anew, when a style names another of Fluent's tokens. */
it("the pane's colours and sizes are Fluent's, every one that is named and no other", () => {
  const styles = themeStyles();
  if (process.env["GOLDEN"] === "write") writeFileSync(FILE, styles);
  expect(readFileSync(FILE, "utf8").replace(/\s+/g, " ")).toBe(styles.replace(/\s+/g, " "));
});

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ROOT } from "../../../tools/build/run";

const MOST_FILES = 10;
const MOST_LINES = 250;

/** One file per function. */
const FUNCTIONS = ["src/functions/metals", "src/functions/ree"];

function filesIn(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)).replaceAll("\\", "/"));
}

test("no folder of src has more than ten files of its own, but for one file per function", () => {
  const counts = new Map<string, number>();
  for (const file of filesIn("src")) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const full = [...counts].filter(([folder, count]) => count > MOST_FILES && !FUNCTIONS.includes(folder));
  expect(counts.size).toBeGreaterThan(30);
  expect(full).toEqual([]);
});

test.each(["src", "tools", "workbench", "bench"])("no file of %s has more than 250 lines", (folder) => {
  const sources = filesIn(folder).filter((file) => file.endsWith(".ts"));
  const linesOf = (file: string) => readFileSync(join(ROOT, file), "utf8").split("\n").length - 1;
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((file) => linesOf(file) > MOST_LINES)).toEqual([]);
});

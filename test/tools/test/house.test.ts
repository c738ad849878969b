import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ROOT } from "../../../tools/build/run";

const MOST_FILES = 10;

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

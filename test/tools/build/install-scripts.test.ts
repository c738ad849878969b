/** Nothing that is installed runs a program unless `allowScripts` in package.json lets it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../tools/build/run";

const read = <T>(file: string) => JSON.parse(readFileSync(join(ROOT, file), "utf8")) as T;

test("every package with an install script is named, and none is let", () => {
  const { packages } = read<{ packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }> }>(
    "package-lock.json",
  );
  const { allowScripts } = read<{ allowScripts: Record<string, boolean> }>("package.json");
  const having = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path.replace(/^.*node_modules\//, "")] : [],
  );
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(having)].sort());
  expect(Object.values(allowScripts)).not.toContain(true);
});

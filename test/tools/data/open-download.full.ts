import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../../../tools/data/compile";
import { writeOutput } from "../../../tools/data/write";
import { SEEDS } from "./fixture";
import { opened } from "./opened";

const folder = mkdtempSync(join(tmpdir(), "orebook-open-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("the open download is accepted by the Frictionless library, every row of every table", () => {
  const compiled = compile(SEEDS);
  if (!compiled.release) throw new Error(`${compiled.problems.length} problems`);
  writeOutput(folder, compiled);
  const { rows, wrong } = opened(join(folder, "open", "datapackage.json"));
  expect(wrong).toBe("");
  expect(rows["observations"]).toBe(compiled.release.tables["observations"]?.rows);
  expect(rows["series"]).toBe(compiled.release.tables["series"]?.rows);
});

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedSince } from "../../../tools/eval/session";

const folder = mkdtempSync(join(tmpdir(), "seeds-"));
const MOMENT = Date.UTC(2026, 0, 1);
const write = (file: string, time: number) => {
  writeFileSync(join(folder, file), "");
  utimesSync(join(folder, file), time / 1000, time / 1000);
};

beforeAll(() => {
  mkdirSync(join(folder, "codes"));
  utimesSync(join(folder, "codes"), MOMENT / 1000 - 60, MOMENT / 1000 - 60);
  write("series.csv", MOMENT - 1000);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("data is as old as the seeds until a file of theirs, in a folder or not, is written later", () => {
  expect(changedSince(folder, MOMENT)).toBe(false);
  write("codes/areas.csv", MOMENT - 1000);
  utimesSync(join(folder, "codes"), MOMENT / 1000 - 60, MOMENT / 1000 - 60);
  expect(changedSince(folder, MOMENT)).toBe(false);
  write("codes/areas.csv", MOMENT + 1000);
  expect(changedSince(folder, MOMENT)).toBe(true);
});

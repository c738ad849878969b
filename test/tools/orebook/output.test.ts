import fs from "node:fs";
import { join } from "node:path";
import { targetOf, writeWhole } from "../../../tools/orebook/output";
import { folder } from "../folder";

const OLD = "as it was";
const NEW = new TextEncoder().encode("as it is to be");

let made: { path: string; remove(): void };
let target: string;
beforeEach(() => {
  made = folder({ "report.xlsx": OLD });
  target = join(made.path, "report.xlsx");
});
afterEach(() => {
  jest.restoreAllMocks();
  made.remove();
});

const content = () => fs.readFileSync(target, "utf8");

/** What the disk can fail at, one after the other, on the way to a written file. */
const FAULTS: Readonly<Record<string, () => void>> = {
  "making the folder": () => jest.spyOn(fs, "mkdirSync").mockImplementation(full),
  "writing beside it": () => jest.spyOn(fs, "writeFileSync").mockImplementation(full),
  "writing all of it": () => {
    const write = fs.writeFileSync;
    jest.spyOn(fs, "writeFileSync").mockImplementation((file, bytes) => {
      write(file, (bytes as Uint8Array).subarray(0, 5));
      full();
    });
  },
  "reading it again": () => jest.spyOn(fs, "readFileSync").mockImplementationOnce(full),
  "putting it in place": () => jest.spyOn(fs, "renameSync").mockImplementation(full),
};

function full(): never {
  throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC", syscall: "write" });
}

test.each(Object.keys(FAULTS))("a disk that fails at %s leaves the file as it was, and nothing beside it", (what) => {
  FAULTS[what]!();
  expect(() => writeWhole(target, NEW, () => undefined)).toThrow("ENOSPC");
  jest.restoreAllMocks();
  expect([content(), fs.readdirSync(made.path)]).toEqual([OLD, ["report.xlsx"]]);
});

test("what was read back and is not what was meant does not take the file's place", () => {
  const refuse = () => {
    throw new Error("not verified");
  };
  expect(() => writeWhole(target, NEW, refuse)).toThrow("not verified");
  expect([content(), fs.readdirSync(made.path)]).toEqual([OLD, ["report.xlsx"]]);
  writeWhole(target, NEW, () => undefined);
  expect([content(), fs.readdirSync(made.path)]).toEqual(["as it is to be", ["report.xlsx"]]);
});

test("a folder takes files under their own names", () => {
  expect(targetOf("a/b.xlsx", undefined, false)).toBe("a/b.xlsx");
  expect(targetOf("a/b.xlsx", made.path, false)).toBe(join(made.path, "b.xlsx"));
  expect(targetOf("a/b.xlsx", "new/", false)).toBe(join("new", "b.xlsx"));
  expect(targetOf("a/b.xlsx", "c.xlsx", true)).toBe(join("c.xlsx", "b.xlsx"));
  expect(targetOf("a/b.xlsx", "c.xlsx", false)).toBe("c.xlsx");
});

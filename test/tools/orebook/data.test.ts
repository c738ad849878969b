import { generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import type { Notice } from "../../../src/update";
import { signed } from "../../../tools/data/sign";
import { readDataset } from "../../../tools/eval/session";
import { DataError, openData } from "../../../tools/orebook/data";
import type * as dataset from "../../../src/dataset/dataset";
import type * as fixtures from "../../fixtures/compiled";
import { seedRelease } from "../../fixtures/compiled";
import { nextRelease, published } from "../../update/releases";
import { folder } from "../folder";

jest.mock("../../../tools/eval/session", () => {
  const { Dataset } = jest.requireActual<typeof dataset>("../../../src/dataset/dataset");
  const { seedRelease: compiled } = jest.requireActual<typeof fixtures>("../../fixtures/compiled");
  return { readDataset: () => new Dataset(compiled()) };
});

const { bytes, notice } = published(nextRelease(seedRelease(), { id: "R9", date: "2027-01-05" }));
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

const opened: { remove(): void }[] = [];
afterEach(() => {
  delete process.env["OREBOOK_PUBLIC_KEY"];
  for (const one of opened.splice(0)) one.remove();
});

function channel(latest: Notice, file: Uint8Array | string = bytes): string {
  const made = folder({
    "latest.json": JSON.stringify(latest),
    [latest.file]: file,
    "key.pem": publicKey.export({ type: "spki", format: "pem" }) as string,
  });
  opened.push(made);
  return made.path;
}

test("without a channel the data is that of the program; a folder with a newer release gives that one", async () => {
  expect((await openData(undefined, "en")).release).toBe(readDataset().release);
  expect((await openData(channel(notice), "en")).release).toBe("R9");
});

test.each<[string, Notice, Uint8Array | string, RegExp]>([
  ["is not what was announced", { ...notice, sha256: "0".repeat(64) }, bytes, /SHA-256/],
  ["is cut off", notice, bytes.slice(0, -1), /incomplete/],
  ["is none", { ...notice, file: "release-none.json" }, "", /./],
])("a release that %s is refused", async (_what, latest, file, reason) => {
  await expect(openData(channel(latest, file), "en")).rejects.toThrow(reason);
  await expect(openData(channel(latest, file), "en")).rejects.toBeInstanceOf(DataError);
});

test("where a publisher's key is named, only what is signed with it is taken", async () => {
  const plain = channel(notice);
  process.env["OREBOOK_PUBLIC_KEY"] = join(plain, "key.pem");
  await expect(openData(plain, "zh")).rejects.toThrow(/R9/);
  expect((await openData(channel(signed(notice, privateKey)), "en")).release).toBe("R9");
  process.env["OREBOOK_PUBLIC_KEY"] = join(plain, "none.pem");
  await expect(openData(plain, "en")).rejects.toThrow(/OREBOOK_PUBLIC_KEY/);
});

test("a folder that is not there is told", async () => {
  await expect(openData("/nowhere/at/all", "en")).rejects.toThrow(/could not be reached/);
});

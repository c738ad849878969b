import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReleaseFile } from "../../../src/dataset/format/codec";
import { Dataset } from "../../../src/dataset/dataset";
import { Channel } from "../../../src/update";
import { readNotice } from "../../../src/update/notice";
import { requireSigned } from "../../../src/update/verify/signature";
import type { Output } from "../../../tools/data/compile";
import { earlierReleases } from "../../../tools/data/earlier";
import { publish, putEarlier } from "../../../tools/data/publish";
import { firstRelease } from "../../fixtures/compiled";
import { COPPER, editedRelease, nextRelease, secondRelease } from "../../update/releases";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "orebook-published-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (release: ReleaseFile, key?: KeyObject) =>
  publish(
    folder,
    {
      release,
      summary: `About ${release.release}`,
      open: new Map([["observations.csv", new TextEncoder().encode(release.release)]]),
      leftOut: 0,
    } as unknown as Output,
    key,
  );
const files = () => readdirSync(folder).sort();
const read = (name: string) => readFileSync(join(folder, name), "utf8");

test("a first release is put into an empty folder", () => {
  const { notice, isNew, releases } = put(firstRelease());
  expect({ isNew, releases, files: files() }).toEqual({
    isNew: true,
    releases: ["R1"],
    files: ["latest.json", "open", notice.file, "releases.json"],
  });
  expect(JSON.parse(read("latest.json"))).toEqual(notice);
  expect(readdirSync(join(folder, "open")).sort()).toEqual(["observations.csv", "orebook-R1.zip"]);
});

test("a later release comes beside the earlier ones, whose files and archives stay", () => {
  const first = put(firstRelease());
  const second = put(secondRelease());
  expect(files()).toEqual(["latest.json", "open", first.notice.file, second.notice.file, "releases.json"]);
  expect(second.releases).toEqual(["R2", "R1"]);
  expect((JSON.parse(read("releases.json")) as { file: string }[]).map(({ file }) => file)).toEqual([
    second.notice.file,
    first.notice.file,
  ]);
  expect(readdirSync(join(folder, "open")).sort()).toEqual(["observations.csv", "orebook-R1.zip", "orebook-R2.zip"]);
  expect(read("open/observations.csv")).toBe("R2");
});

test("earlier releases beside the newest alone are what publishing one by one would have left", () => {
  put(firstRelease());
  put(secondRelease());
  const [whole, listed] = [files(), JSON.parse(read("releases.json")) as { notes: string }[]];
  const summary = new Dataset(secondRelease()).releases[0]!.summary;
  rmSync(folder, { recursive: true });
  put(secondRelease());
  putEarlier(folder, secondRelease(), [firstRelease()]);
  expect(files()).toEqual(whole);
  expect(JSON.parse(read("releases.json"))).toEqual([listed[0], { ...listed[1], notes: summary }]);
});

test("the earlier releases are kept to the byte", () => {
  const [first] = earlierReleases();
  const { notice } = put(first!);
  expect(notice.file).toBe("release-R1-8a5d14de91.json");
  expect(earlierReleases().map(({ release }) => release)).toEqual(["R1"]);
});

test("what is published is what the add-in takes", async () => {
  put(firstRelease());
  put(secondRelease());
  const fetch = (address: string) =>
    Promise.resolve(new Response(readFileSync(join(folder, new URL(address).pathname))));
  const current = new Dataset(firstRelease());
  const state = await new Channel({
    base: "https://data.example/",
    current: () => current,
    addinVersion: "0.1.0",
    fetch,
    digester: crypto.subtle,
  }).fetch();
  expect(state).toMatchObject({ kind: "ready", notice: { release: "R2", notes: "About R2" } });
});

test("what is published can be signed for add-ins that ask for it", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  put(firstRelease(), privateKey);
  const notice = readNotice(read("latest.json"));
  const spki = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  await expect(requireSigned(notice, spki, crypto.subtle)).resolves.toBeUndefined();
  expect((JSON.parse(read("releases.json")) as unknown[])[0]).toMatchObject(notice);
});

test("the same release again changes nothing", () => {
  put(firstRelease());
  put(secondRelease());
  const before = files();
  expect(put(secondRelease())).toMatchObject({ isNew: false, releases: ["R2", "R1"] });
  expect(files()).toEqual(before);
});

describe("nothing is published", () => {
  const untouched = (act: () => unknown, reason: string) => {
    const before = [files(), read("latest.json")];
    expect(act).toThrow(reason);
    expect([files(), read("latest.json")]).toEqual(before);
  };

  test("when a published release comes with other content", () => {
    put(firstRelease());
    const changed = editedRelease(firstRelease(), (row) =>
      row["series"] === COPPER && row["period"] === "2024" ? { ...row, value: "1" } : row,
    );
    untouched(() => put(changed), "Data release R1 is published with other content");
  });

  test("when a later release does not give what the published one gave", () => {
    put(firstRelease());
    const changed = editedRelease(secondRelease(), (row) =>
      row["series"] === COPPER && row["period"] === "2024" && row["added"] === "R1" ? { ...row, value: "1" } : row,
    );
    untouched(() => put(changed), `does not give what data release R1 gave: ${COPPER} 2024`);
  });

  test("when it is older, or does not know what is published", () => {
    put(secondRelease());
    untouched(() => put(nextRelease(firstRelease(), { id: "R3", date: "2026-11-23" })), "is older than R2");
    untouched(() => put(nextRelease(firstRelease(), { id: "R3", date: "2026-12-09" })), "does not know R2");
  });
});

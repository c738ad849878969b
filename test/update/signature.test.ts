import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dataset } from "../../src/dataset/dataset";
import { Channel, refusalText, type Notice } from "../../src/update";
import { requireSigned } from "../../src/update/verify/signature";
import { readSettings } from "../../tools/build/settings";
import { readPrivateKey, signed } from "../../tools/data/sign";
import { firstRelease } from "../fixtures/compiled";
import { published, secondRelease } from "./releases";

const { bytes, notice } = published(secondRelease());
const current = new Dataset(firstRelease());
const pair = (namedCurve = "P-256") => generateKeyPairSync("ec", { namedCurve });
const { privateKey, publicKey } = pair();
const spki = publicKey.export({ type: "spki", format: "der" }).toString("base64");

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "orebook-key-"))));
afterAll(() => rmSync(folder, { recursive: true }));

async function taking(offered: Notice) {
  const asked: string[] = [];
  const state = await new Channel({
    base: "https://data.example/",
    current: () => current,
    addinVersion: "9.9.9",
    fetch: (address) => {
      asked.push(address);
      return Promise.resolve(new Response(address.endsWith("latest.json") ? JSON.stringify(offered) : bytes));
    },
    digester: crypto.subtle,
    authenticate: (one) => requireSigned(one, spki, crypto.subtle),
  }).fetch();
  return { state, asked: asked.length };
}

test("a release signed with the key of the build is taken", async () => {
  expect((await taking(signed(notice, privateKey))).state).toMatchObject({ kind: "ready", notice: { release: "R2" } });
});

const good = signed(notice, privateKey);
test.each<[string, Notice]>([
  ["without a signature", notice],
  ["signed by somebody else", signed(notice, pair().privateKey)],
  ["with the signature of another notice", { ...good, notes: "Take this one" }],
  ["with another file", { ...good, sha256: "0".repeat(64) }],
  ["with half a signature", { ...good, signature: good.signature!.slice(0, 40) }],
])("one %s is refused before its file is fetched", async (_what, offered) => {
  const { state, asked } = await taking(offered);
  expect([state.kind === "refused" && state.refusal.kind, asked]).toEqual(["unsigned", 1]);
  expect(state.kind === "refused" && refusalText(state.refusal, "R1", "en")).toBe(
    "Data release R2 does not bear the signature of the publisher this add-in was built for. Data release R1 stays in use.",
  );
});

test("a signature that is none is a fault of the notice", async () => {
  const { state } = await taking({ ...notice, signature: "<b>" });
  expect(state).toMatchObject({ kind: "refused", refusal: { kind: "badNotice", data: { detail: "signature" } } });
});

test("keys are PEM files on the curve P-256", () => {
  const pem = { type: "pkcs8", format: "pem" } as const;
  const [ours, other, open] = ["ours.pem", "other.pem", "public.pem"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(ours, privateKey.export(pem));
  writeFileSync(other, pair("P-384").privateKey.export(pem));
  writeFileSync(open, createPublicKey(readFileSync(ours)).export({ type: "spki", format: "pem" }));
  expect(signed(notice, readPrivateKey(ours)).signature).toMatch(/^[A-Za-z0-9+/]{86}==$/);
  expect(() => readPrivateKey(other)).toThrow("is not a key on the curve P-256");
  expect(() => readSettings({ OREBOOK_PUBLIC_KEY: open })).not.toThrow();
  expect(() => readSettings({ OREBOOK_PUBLIC_KEY: other })).toThrow(
    /OREBOOK_PUBLIC_KEY: .* is not a key on the curve P-256/,
  );
  expect(() => readSettings({ OREBOOK_PUBLIC_KEY: join(folder, "none.pem") })).toThrow(
    /OREBOOK_PUBLIC_KEY: .*no such file/,
  );
});

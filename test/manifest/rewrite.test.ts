import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../tools/manifest/check";
import {
  addNamespace,
  LOCAL_BASE,
  namespaceFunctions,
  readBase,
  rebase,
  rebaseFunctions,
} from "../../tools/manifest/rewrite";
import { version } from "../../package.json";
import { png } from "./png";

const MANIFEST = readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8");
const read = (path: string): Uint8Array => png(...sizeOf(path));
const sizeOf = (path: string): [number, number] => {
  const size = Number(/(\d+)\.png$/.exec(path)?.[1] ?? 1);
  return [size, size];
};

describe("the address of the add-in", () => {
  test.each([
    ["https://example.org", "https://example.org"],
    ["https://example.org/", "https://example.org"],
    ["https://example.org/orebook", "https://example.org/orebook"],
    ["https://example.org/a/orebook//", "https://example.org/a/orebook"],
    ["https://Example.org:8443/orebook", "https://example.org:8443/orebook"],
  ])("%s is read as %s", (given, base) => {
    expect(readBase(given)).toBe(base);
  });

  test.each([
    ["http://example.org", "https only"],
    ["example.org/orebook", "not a web address"],
    ["", "not a web address"],
    ["ftp://example.org", "https only"],
    ["https://example.org/?v=1", "query"],
    ["https://example.org/orebook?", "query"],
    ["https://example.org/#top", "fragment"],
    ["https://me:secret@example.org", "user name"],
  ])("%s is refused: %s", (given, why) => {
    expect(() => readBase(given)).toThrow(why);
  });
});

describe("the manifest for another address", () => {
  const base = "https://example.org/orebook&co";
  const moved = rebase(MANIFEST, base);

  test("has no fault there", () => {
    expect(check(moved, { base, version, read, built: true })).toEqual([]);
  });

  test("names the local address nowhere", () => {
    expect(moved).not.toContain("localhost");
  });

  test("lists the origin, without the path, as AppDomain", () => {
    expect(moved).toContain("<AppDomain>https://example.org</AppDomain>");
  });
});

describe("the namespaced fallback", () => {
  const metadata = {
    allowErrorForDataTypeAny: true,
    functions: [
      { id: "METALS.IMPORTS", name: "METALS.IMPORTS", helpUrl: `${LOCAL_BASE}/help/metals.imports.html` },
      { id: "REE.QUOTA", name: "REE.QUOTA", helpUrl: "https://docs.example.org/quota" },
      { id: "METALS.VERSION", name: "METALS.VERSION" },
    ],
  };

  test("has a manifest with the namespace and no other fault", () => {
    const text = addNamespace(MANIFEST, "METALS");
    const expected = { base: LOCAL_BASE, version, read, built: true };
    expect(check(text, { ...expected, namespace: "METALS" })).toEqual([]);
    expect(check(text, expected).map(({ name }) => name)).toEqual(["namespace"]);
    expect(check(MANIFEST, { ...expected, namespace: "METALS" }).map(({ name }) => name)).toEqual(["namespace"]);
  });

  test("drops the prefix Excel adds itself from the names and keeps the ids", () => {
    const { functions } = namespaceFunctions(metadata, "METALS");
    expect(functions.map(({ id, name }) => [id, name])).toEqual([
      ["METALS.IMPORTS", "IMPORTS"],
      ["REE.QUOTA", "REE.QUOTA"],
      ["METALS.VERSION", "VERSION"],
    ]);
  });

  test("leaves the rest of functions.json, and the object it was given, alone", () => {
    const before = structuredClone(metadata);
    expect(namespaceFunctions(metadata, "METALS").allowErrorForDataTypeAny).toBe(true);
    expect(metadata).toEqual(before);
  });

  test("is refused for a namespace no function has", () => {
    expect(() => namespaceFunctions(metadata, "ORES")).toThrow("ORES.");
  });

  test("is refused when two functions would get one name", () => {
    const clash = {
      functions: [
        { id: "A1B", name: "METALS.QUOTA" },
        { id: "A2B", name: "QUOTA" },
      ],
    };
    expect(() => namespaceFunctions(clash, "METALS")).toThrow("METALS.QUOTA");
  });

  test.each(["", "1A", "A B", 'A"'])("is refused for %j, which is no name", (name) => {
    expect(() => addNamespace(MANIFEST, name)).toThrow("cannot be a namespace");
  });

  test("help pages of the add-in move with it, others stay", () => {
    const { functions } = rebaseFunctions(metadata, "https://example.org/orebook");
    expect(functions.map(({ helpUrl }) => helpUrl)).toEqual([
      "https://example.org/orebook/help/metals.imports.html",
      "https://docs.example.org/quota",
      undefined,
    ]);
  });
});

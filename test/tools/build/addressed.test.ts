import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeAddressed } from "../../../tools/build/build";
import { LOCAL_BASE } from "../../../tools/manifest/rewrite";
import { png } from "../../manifest/png";
import { folder } from "../folder";

const ROOT = join(__dirname, "..", "..", "..");
const HOSTED = "https://example.org/orebook";

const metadata = (...helpUrls: (string | undefined)[]): string =>
  JSON.stringify({
    functions: helpUrls.map((helpUrl, index) => ({ id: `METALS.F${index}`, name: `METALS.F${index}`, helpUrl })),
  });

/** Every icon that the manifest names, by the size in its name. */
const named = [...readFileSync(join(ROOT, "manifest.xml"), "utf8").matchAll(/assets\/[\w-]+-(\d+)\.png/g)];
const icons = Object.fromEntries(named.map(([path, size]) => [`dist/${path}`, png(Number(size), Number(size))]));
const pages = { "dist/taskpane.html": "pane", "dist/help.html": "help", "dist/support.html": "support" };

const metadataIn = (text: string) => JSON.parse(text) as { functions: { name: string; helpUrl: string }[] };

function written(
  functions: string,
  namespace?: string,
  files: Record<string, string | Uint8Array> = { ...icons, ...pages },
) {
  const build = folder({ ...files, "functions.json": functions, "functions.zh-cn.json": functions });
  const dist = join(build.path, "dist");
  try {
    const places = { root: ROOT, functions: build.path, dist };
    const faults = writeAddressed(places, { port: 3000, localBase: LOCAL_BASE, base: HOSTED, namespace });
    const text = (name: string): string => readFileSync(join(dist, name), "utf8");
    return {
      faults,
      hosted: text("manifest.xml"),
      local: text("manifest.local.xml"),
      functions: metadataIn(text("functions.json")),
      chinese: metadataIn(text("functions.zh-cn.json")),
    };
  } finally {
    build.remove();
  }
}

describe("the files of a build that hold addresses", () => {
  test("are a manifest for the hosted address, one for the local server, and the functions in two languages", () => {
    const { faults, hosted, local, functions, chinese } = written(metadata(`${LOCAL_BASE}/help.html#f0`));
    expect(faults).toEqual([]);
    expect(hosted).toContain(`"${HOSTED}/taskpane.html"`);
    expect(hosted).not.toContain("localhost");
    expect(local).toContain(`"${LOCAL_BASE}/taskpane.html"`);
    expect(functions.functions[0]).toMatchObject({ name: "METALS.F0", helpUrl: `${HOSTED}/help.html#f0` });
    expect(chinese).toEqual(functions);
    expect(hosted).toContain(`"${HOSTED}/functions.zh-cn.json"`);
  });

  test("carry the namespace of the fallback in all three", () => {
    const { faults, hosted, local, functions, chinese } = written(metadata(`${LOCAL_BASE}/help.html`), "METALS");
    expect(faults).toEqual([]);
    expect([hosted, local].map((text) => text.includes('DefaultValue="METALS"'))).toEqual([true, true]);
    expect([functions, chinese].map((language) => language.functions[0]?.name)).toEqual(["F0", "F0"]);
  });

  test("are refused when an icon has the wrong size", () => {
    const { faults } = written(metadata(`${LOCAL_BASE}/help.html`), undefined, {
      ...icons,
      ...pages,
      "dist/assets/icon-16.png": png(64, 64),
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringContaining("manifest.xml: icon-size"),
        expect.stringContaining("manifest.local.xml: icon-size"),
      ]),
    );
  });

  test("are refused when a page is not in the build", () => {
    const fewer = { "dist/taskpane.html": "pane", "dist/help.html": "help" };
    const { faults } = written(metadata(`${LOCAL_BASE}/help.html`), undefined, { ...icons, ...fewer });
    expect(faults).toEqual([
      expect.stringContaining("manifest.xml: page-missing"),
      expect.stringContaining("manifest.local.xml: page-missing"),
    ]);
  });

  test("are refused when a function's help leads nowhere", () => {
    const { faults } = written(
      metadata(`${LOCAL_BASE}/help/f0.html`, undefined, "https://elsewhere.example/help.html"),
    );
    const wrong = (file: string) =>
      ["METALS.F0", "METALS.F1 has no helpUrl", "METALS.F2"].map(
        (what) => expect.stringContaining(`${file}: ${what}`) as string,
      );
    expect(faults).toEqual([...wrong("functions.json"), ...wrong("functions.zh-cn.json")]);
  });
});

/** What the build says of others' code in it. That it is what webpack bundled is seen in test/e2e/addin.test.ts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../tools/build/run";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence?: string;
  readonly text?: string;
}
// eslint-disable-next-line @typescript-eslint/no-require-imports -- webpack.config.js takes it as it is
const { billOf, faultsOf, licencesOf } = require("../../../tools/build/shipped.cjs") as {
  billOf(packages: readonly Package[]): {
    specVersion: string;
    components: { name: string; purl: string; hashes?: { content: string }[] }[];
    dependencies: { dependsOn: string[] }[];
  };
  faultsOf(packages: readonly Package[]): string[];
  licencesOf(packages: readonly Package[]): string;
};

const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
};
const packages = Object.entries(dependencies).map(([name, version]): Package => ({
  name,
  version,
  licence: "MIT",
  text: `The text of ${name}`,
}));

test("the bill names each package with its address and the digest it was locked with", () => {
  const { specVersion, components, dependencies: tied } = billOf(packages);
  expect(specVersion).toBe("1.6");
  expect(components.map(({ name }) => name)).toEqual(packages.map(({ name }) => name));
  for (const { purl, hashes } of components) {
    expect(purl).toMatch(/^pkg:npm\/%40fluentui\/[a-z-]+@\d/);
    expect(hashes![0]!.content).toMatch(/^[0-9a-f]{128}$/);
  }
  expect(tied[0]!.dependsOn).toEqual(components.map(({ purl }) => purl));
});

test("the list has every text", () => {
  for (const { text } of packages) expect(licencesOf(packages)).toContain(text);
});

test("a licence that nobody allowed stops the build, and so does one without its text", () => {
  expect(faultsOf(packages)).toEqual([]);
  expect(faultsOf([{ name: "a", version: "1.0.0", licence: "GPL-3.0-only", text: "x" }])).toEqual([
    "a 1.0.0 would be shipped under the licence GPL-3.0-only",
  ]);
  expect(faultsOf([{ name: "b", version: "1.0.0", licence: "MIT" }])).toEqual([
    "b 1.0.0 would be shipped without the text of its licence",
  ]);
});

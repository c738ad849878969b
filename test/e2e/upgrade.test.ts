/** Excel keeps `functions.json` for up to a day: that of an older version beside this bundle, and that of a newer one. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FunctionsMetadata } from "../../tools/manifest/rewrite";
import { openHost } from "./harness";
import { builtAddin } from "./site";

interface Metadata {
  functions: (FunctionsMetadata["functions"][number] & { parameters: { name: string; optional?: boolean }[] })[];
}

/** The built add-in with other metadata. */
function withMetadata(change: (metadata: Metadata) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "orebook-upgrade-"));
  cpSync(builtAddin(), folder, { recursive: true, filter: (path) => !/help|samples|open|\.csv$/.test(path) });
  const file = join(folder, "functions.json");
  const metadata = JSON.parse(readFileSync(file, "utf8")) as Metadata;
  change(metadata);
  writeFileSync(file, JSON.stringify(metadata));
  return folder;
}

/** Version 0.1 had no `how`, no METALS.PARTNERS and no METALS.CHANGES. */
function older(metadata: Metadata): void {
  metadata.functions = metadata.functions.filter(({ id }) => !["METALS.PARTNERS", "METALS.CHANGES"].includes(id));
  for (const one of metadata.functions) one.parameters = one.parameters.filter(({ name }) => name !== "how");
}

function newer(metadata: Metadata): void {
  const [first] = metadata.functions;
  for (const one of metadata.functions) one.parameters = [...one.parameters, { name: "later", optional: true }];
  metadata.functions.push({ ...first!, id: "METALS.LATER", name: "METALS.LATER" });
}

test.each([
  ["an older version", older],
  ["a newer version", newer],
] as const)("with the metadata of %s every function that both know answers as ever", async (_version, change) => {
  const folder = withMetadata(change);
  const { host, problems, close } = await openHost({ addin: folder });
  try {
    expect(await host.invoke("METALS.IMPORTS", ["copper", 2024])).toEqual({ value: 67330000000 });
    expect(await host.invoke("METALS.SERIES", ["quota mining", "rare earths", 2023, 2024])).toEqual({
      value: [
        [2023, 255000],
        [2024, 270000],
      ],
    });
    expect(problems).toEqual([]);
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
});

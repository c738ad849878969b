/** An add-in that is not whole: Excel keeps `functions.json` for up to a day, that of an older version beside this bundle or that of a newer one; or a file is missing. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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

test("where the pane's code cannot be fetched, formulas answer, and the pane comes when it is asked for again", async () => {
  const folder = withMetadata(() => {});
  const [code] = readdirSync(join(folder, "views")).filter((name) => /^pane\..*\.js$/.test(name));
  const [there, away] = [join(folder, "views", code!), join(folder, "views", "away")];
  renameSync(there, away);
  const { host, pane, close } = await openHost({ addin: folder });
  try {
    expect(await host.invoke("METALS.IMPORTS", ["copper", 2024])).toEqual({ value: 67330000000 });
    await pane.getByText("Orebook could not be fetched").waitFor();
    renameSync(away, there);
    await pane.getByRole("button", { name: "Try again" }).click();
    await pane.locator(".pane-footer").getByText("R2").waitFor();
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
});

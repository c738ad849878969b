import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../manifest/check";
import { filesBelow } from "../manifest/files";
import { addNamespace, namespaceFunctions, rebase, rebaseFunctions, type FunctionsMetadata } from "../manifest/rewrite";
import type { Settings } from "./settings";

/** Excel's metadata of the functions, one file per language of the manifest. */
const METADATA = ["functions.json", "functions.zh-cn.json"] as const;

/** Where the parts of a build are. */
export interface Places {
  /** The repository: manifest.xml, package.json. */
  root: string;
  /** Folder of functions.json and functions.zh-cn.json as generated. */
  functions: string;
  /** The finished build. */
  dist: string;
}

/**
 * Writes the files of the build that hold addresses: functions.json, manifest.xml for the address it is built for and
 * manifest.local.xml for the local server.
 * @returns everything wrong with them, checked against the files of the build.
 */
export function writeAddressed({ root, functions, dist }: Places, { base, localBase, namespace }: Settings): string[] {
  const metadata = METADATA.map((name): [string, FunctionsMetadata] => {
    const generated = JSON.parse(readFileSync(join(functions, name), "utf8")) as FunctionsMetadata;
    const named = namespace === undefined ? generated : namespaceFunctions(generated, namespace);
    const addressed = rebaseFunctions(named, base);
    writeFileSync(join(dist, name), JSON.stringify(addressed));
    return [name, addressed];
  });

  const source = readFileSync(join(root, "manifest.xml"), "utf8");
  const template = namespace === undefined ? source : addNamespace(source, namespace);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const read = filesBelow(dist);
  const manifests: [string, string][] = [
    ["manifest.xml", base],
    ["manifest.local.xml", localBase],
  ];
  const faults = manifests.flatMap(([name, address]) => {
    const text = rebase(template, address);
    writeFileSync(join(dist, name), text);
    return check(text, { base: address, version, namespace, read, built: true }).map(
      (fault) => `${name}: ${fault.name}: ${fault.message}`,
    );
  });
  return [...faults, ...metadata.flatMap(([name, functions]) => helpFaults(name, functions, base, read))];
}

/** Excel opens `helpUrl` from the formula editor; one that leads nowhere is refused by the store. */
function helpFaults(
  name: string,
  { functions }: FunctionsMetadata,
  base: string,
  read: (path: string) => Uint8Array | undefined,
): string[] {
  return functions.flatMap(({ id, helpUrl }) => {
    if (helpUrl === undefined) return [`${name}: ${id} has no helpUrl`];
    const path = helpUrl.startsWith(`${base}/`) ? helpUrl.slice(base.length + 1).replace(/[?#].*$/, "") : undefined;
    return path !== undefined && read(path) ? [] : [`${name}: ${id}: ${helpUrl} is not in the build`];
  });
}

import { readFileSync, writeFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { check } from "../manifest/check";
import { filesBelow } from "../manifest/files";
import { addNamespace, namespaceFunctions, rebase, rebaseFunctions, type FunctionsMetadata } from "../manifest/rewrite";
import { command, node, ROOT, typescript } from "./run";
import type { Settings } from "./settings";
import { measure, overBudget, table } from "./sizes";

/** Excel's metadata of the functions, one file per language of the manifest. */
const METADATA = ["functions.json", "functions.zh-cn.json"] as const;

/** Where the parts of a build are. */
interface Places {
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

type Mode = "production" | "development";

/** The finished build: what a web server serves. */
export const DIST = join(ROOT, "dist");

const LATEST = join("build", "data", "latest.json");
const FUNCTIONS = join("build", "functions.json");

/** Steps that make what webpack and the manifests need, each with the file it must leave behind. */
const STEPS = [
  { name: "data", script: join("tools", "data", "index.ts"), output: LATEST },
  { name: "functions.json", script: join("tools", "functions-json", "index.ts"), output: FUNCTIONS },
  {
    name: "sample workbooks",
    script: join("tools", "samples", "index.ts"),
    output: join("build", "samples", "metal-prices.xlsx"),
  },
  { name: "help pages", script: join("tools", "help", "index.ts"), output: join("build", "help", "index.html") },
];

/**
 * Builds the add-in into dist/: the data release, functions.json, the help, the bundle, the manifests; shows progress and sizes.
 * @returns everything that is wrong; empty when the build may be used.
 */
export async function build(mode: Mode, settings: Settings): Promise<string[]> {
  const problems: string[] = [];
  const env = { OREBOOK_NAMESPACE: settings.namespace };
  for (const { name, script, output } of STEPS) problems.push(...(await step(name, typescript(script), output, env)));
  problems.push(...releaseProblems(ROOT));
  if (problems.length > 0) return problems;

  const webpack = command("webpack-cli", "webpack-cli", "--mode", mode);
  problems.push(...(await step("webpack", webpack, join("dist", "taskpane.html"), env)));
  if (problems.length > 0) return problems;

  problems.push(...writeAddressed({ root: ROOT, functions: join(ROOT, "build"), dist: DIST }, settings));
  const sizes = measure(DIST);
  console.log(`\n${table(sizes)}\n`);
  return mode === "production" ? [...problems, ...overBudget(sizes)] : problems;
}

async function step(name: string, args: string[], output: string, env = {}): Promise<string[]> {
  console.log(`— ${name}`);
  // What an earlier run left behind must not pass for this one's.
  rmSync(join(ROOT, output), { force: true });
  const code = await node(args, { env });
  if (code !== 0) return [`${name}: failed with exit code ${code}`];
  return existsSync(join(ROOT, output)) ? [] : [`${name}: ended well but left no ${output}`];
}

/** latest.json must name a release that is there: everything else of the build refers to that file. */
export function releaseProblems(root: string): string[] {
  const latest = join(root, LATEST);
  if (!existsSync(latest)) return [];
  let file: unknown;
  try {
    ({ file } = JSON.parse(readFileSync(latest, "utf8")) as { file?: unknown });
  } catch (error) {
    return [`${LATEST}: ${(error as Error).message}`];
  }
  if (typeof file !== "string") return [`${LATEST}: the field "file" must name the release`];
  return existsSync(join(root, "build", "data", file)) ? [] : [`${LATEST}: names ${file}, which is not there`];
}

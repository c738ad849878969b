import { addressFaults, iconFaults, pageFaults, type ReadFile } from "./addresses";
import { type FaultName, type Fault, faultOf } from "./fault";
import { resourceFaults, resources } from "./resources";
import { structureFaults } from "./structure";
import { parse, type Element, all, find, path } from "./tree";

export type { ReadFile } from "./addresses";
export type { Fault, FaultName } from "./fault";

/** What a manifest is checked against. */
export interface Expected {
  /** The address the add-in is served from, without a slash at its end. */
  base: string;
  /** The version in package.json, three numbers. */
  version: string;
  /** The namespace of a fallback build; left out for the ordinary one. */
  namespace?: string | undefined;
  /** The files below the base address. */
  read: ReadFile;
  /** Whether `read` holds the whole build, so that every page must be there, or only the icons. */
  built: boolean;
}

/** Every fault of the manifest text, never only the first; an empty list means it may be shipped. */
export function check(text: string, { base, version, namespace, read, built }: Expected): Fault[] {
  let root: Element;
  try {
    root = parse(text);
  } catch (error) {
    return [{ name: "not-xml", message: (error as Error).message }];
  }
  return [
    ...structureFaults(root),
    ...identityFaults(root, version),
    ...runtimeFaults(root),
    ...namespaceFaults(root, namespace),
    ...resourceFaults(root),
    ...addressFaults(root, base),
    ...iconFaults(root, base, read),
    ...(built ? pageFaults(root, base, read) : []),
  ];
}

/** The lowest requirement sets the core needs; everything newer is asked for at run time. */
const REQUIREMENTS: Readonly<Record<string, string>> = {
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.1",
  ExcelApi: "1.9",
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Faults of what the add-in says it is: id, version, host, permission, requirement sets. */
function identityFaults(root: Element, version: string): Fault[] {
  const text = (name: string): string => find(root, name)[0]?.text ?? "";
  const sets = new Map(
    find(root, "Requirements", "Sets", "Set").map(({ attributes }) => [attributes.Name, attributes.MinVersion]),
  );
  const said = text("Version");
  const checks: [boolean, FaultName, string][] = [
    [UUID.test(text("Id")), "id", `"${text("Id")}" is not a GUID`],
    [said === `${version}.0`, "version", `Version is ${said}, the package is ${version}: it must be ${version}.0`],
    [text("DefaultLocale") === "en-US", "default-locale", "DefaultLocale must be en-US"],
    [find(root, "Hosts", "Host")[0]?.attributes.Name === "Workbook", "host", "the host must be Workbook"],
    [text("Permissions") === "ReadWriteDocument", "permissions", "Permissions must be ReadWriteDocument"],
  ];
  for (const [name, least] of Object.entries(REQUIREMENTS))
    checks.push([sets.get(name) === least, "requirement-set", `Requirements must name ${name} ${least}`]);
  return checks.flatMap(([holds, name, message]) => (holds ? [] : [faultOf(name, message)]));
}

/**
 * Faults of the shared runtime: pane, functions and commands must name one and the same page, or Excel silently
 * starts a second runtime without the pane's state.
 */
function runtimeFaults(root: Element): Fault[] {
  const elements = all(root);
  const runtime = elements.find(({ name }) => name === "Runtime");
  const resid = runtime?.attributes.resid;
  const sharing = elements.filter(
    ({ name, parent }) =>
      name === "FunctionFile" ||
      (name === "SourceLocation" && parent?.name !== "DefaultSettings" && parent?.name !== "Metadata"),
  );
  const address = find(root, "DefaultSettings", "SourceLocation")[0]?.attributes.DefaultValue;
  const faults = sharing
    .filter(({ attributes }) => attributes.resid !== resid)
    .map((element) =>
      faultOf("shared-runtime", `${path(element)} names ${element.attributes.resid}, Runtime names ${resid}`),
    );
  if (resources(root, "bt:Urls").get(resid ?? "") !== address)
    faults.push(faultOf("shared-runtime", `DefaultSettings/SourceLocation is ${address}, not the address of ${resid}`));
  if (runtime?.attributes.lifetime !== "long")
    faults.push({ name: "runtime-lifetime", message: 'Runtime must have lifetime="long"' });
  return faults;
}

/** Faults of the namespace: there must be none, or exactly the one of the fallback build. */
function namespaceFaults(root: Element, expected: string | undefined): Fault[] {
  const resid = all(root).find(({ name }) => name === "Namespace")?.attributes.resid;
  const found = resid === undefined ? undefined : resources(root, "bt:ShortStrings").get(resid);
  if (found === expected) return [];
  const wanted =
    expected === undefined ? "no Namespace: the function names carry their own prefix" : `the Namespace ${expected}`;
  return [{ name: "namespace", message: `the manifest must have ${wanted}` }];
}

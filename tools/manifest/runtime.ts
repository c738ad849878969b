import type { Fault } from "./fault";
import { resources } from "./resources";
import { all, find, path, type Element } from "./tree";

/** The lowest requirement sets the core needs; everything newer is asked for at run time. */
export const REQUIREMENTS: Readonly<Record<string, string>> = {
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.1",
  ExcelApi: "1.9",
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Faults of what the add-in says it is: id, version, host, permission, requirement sets. */
export function identityFaults(root: Element, version: string): Fault[] {
  const text = (name: string): string => find(root, name)[0]?.text ?? "";
  const sets = new Map(
    find(root, "Requirements", "Sets", "Set").map(({ attributes }) => [attributes.Name, attributes.MinVersion]),
  );
  const checks: [boolean, Fault][] = [
    [UUID.test(text("Id")), { name: "id", message: `"${text("Id")}" is not a GUID` }],
    [
      text("Version") === `${version}.0`,
      { name: "version", message: `Version is ${text("Version")}, the package is ${version}: it must be ${version}.0` },
    ],
    [text("DefaultLocale") === "en-US", { name: "default-locale", message: "DefaultLocale must be en-US" }],
    [
      find(root, "Hosts", "Host")[0]?.attributes.Name === "Workbook",
      { name: "host", message: "the host must be Workbook" },
    ],
    [
      text("Permissions") === "ReadWriteDocument",
      { name: "permissions", message: "Permissions must be ReadWriteDocument" },
    ],
    ...Object.entries(REQUIREMENTS).map(([name, least]): [boolean, Fault] => [
      sets.get(name) === least,
      { name: "requirement-set", message: `Requirements must name ${name} ${least}` },
    ]),
  ];
  return checks.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}

/**
 * Faults of the shared runtime: pane, functions and commands must name one and the same page, or Excel silently
 * starts a second runtime without the pane's state.
 */
export function runtimeFaults(root: Element): Fault[] {
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
    .map((element): Fault => ({
      name: "shared-runtime",
      message: `${path(element)} names ${element.attributes.resid}, Runtime names ${resid}`,
    }));
  if (resources(root, "bt:Urls").get(resid ?? "") !== address)
    faults.push({
      name: "shared-runtime",
      message: `DefaultSettings/SourceLocation is ${address}, not the address of ${resid}`,
    });
  if (runtime?.attributes.lifetime !== "long")
    faults.push({ name: "runtime-lifetime", message: 'Runtime must have lifetime="long"' });
  return faults;
}

/** Faults of the namespace: there must be none, or exactly the one of the fallback build. */
export function namespaceFaults(root: Element, expected: string | undefined): Fault[] {
  const resid = all(root).find(({ name }) => name === "Namespace")?.attributes.resid;
  const found = resid === undefined ? undefined : resources(root, "bt:ShortStrings").get(resid);
  if (found === expected) return [];
  const wanted =
    expected === undefined ? "no Namespace: the function names carry their own prefix" : `the Namespace ${expected}`;
  return [{ name: "namespace", message: `the manifest must have ${wanted}` }];
}

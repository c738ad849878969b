import { addressFaults, iconFaults, pageFaults, type ReadFile } from "./addresses";
import type { Fault } from "./fault";
import { resourceFaults } from "./resources";
import { identityFaults, namespaceFaults, runtimeFaults } from "./runtime";
import { structureFaults } from "./structure";
import { parse, type Element } from "./tree";

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

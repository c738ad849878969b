import type { Report } from "../problem";
import type { Files } from "./files";

/** The parts of a Data Package v2 descriptor that the build reads; what else it says is passed on untouched. */
export interface Descriptor {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly created: string;
  /** Terms of the compilation; its sources have their own. */
  readonly licenses: readonly { readonly title: string; readonly path: string }[];
  readonly contributors: readonly { readonly title: string }[];
  readonly resources: readonly Resource[];
  readonly [property: string]: unknown;
}

export interface Resource {
  readonly name: string;
  readonly path: string | readonly string[];
  /** Present on every table; absent on other files. */
  readonly schema?: Schema;
  readonly [property: string]: unknown;
}

export interface Schema {
  readonly fields: readonly Field[];
  readonly primaryKey?: readonly string[];
  readonly uniqueKeys?: readonly (readonly string[])[];
  readonly foreignKeys?: readonly ForeignKey[];
}

export interface Field {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "date";
  readonly description?: string;
  /** For a text that is a list: what separates its elements, and where each of them must be found. A property of ours; the standard has no foreign keys of elements. */
  readonly list?: { readonly delimiter: string; readonly reference?: Reference };
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[]; readonly pattern?: string };
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: Reference;
}

export interface Reference {
  /** "" when the table refers to itself. */
  readonly resource: string;
  readonly fields: readonly string[];
}

export const DESCRIPTOR = "datapackage.json";

/** The files of a resource. */
export function pathsOf(resource: Resource): readonly string[] {
  return typeof resource.path === "string" ? [resource.path] : resource.path;
}

/** What a resource is called in the release file: its path without the ending, or its name when it has several files. */
export function tableName(resource: Resource): string {
  return typeof resource.path === "string" ? resource.path.replace(/\.[^./]+$/, "") : resource.name;
}

/** Reads datapackage.json and compares its list of files with the files there are. Undefined when it cannot be read at all. */
export function readDescriptor(files: Files, report: Report): Descriptor | undefined {
  const place = { file: DESCRIPTOR, line: 1 };
  const bytes = files.get(DESCRIPTOR);
  if (!bytes) {
    report.problem(place, "is missing");
    return undefined;
  }
  let descriptor: Descriptor;
  const text = new TextDecoder().decode(bytes);
  try {
    descriptor = JSON.parse(text) as Descriptor;
  } catch (error) {
    report.problem(place, `is not JSON: ${(error as Error).message}`);
    return undefined;
  }
  const listed = new Set(descriptor.resources.flatMap(pathsOf));
  for (const path of listed) {
    if (!files.has(path))
      report.problem({ file: DESCRIPTOR, line: lineOf(text, path) }, `lists ${path}, which does not exist`);
  }
  for (const path of files.keys()) {
    if (path !== DESCRIPTOR && !listed.has(path))
      report.problem({ file: path, line: 1 }, `is not listed in ${DESCRIPTOR}`);
  }
  return descriptor;
}

function lineOf(text: string, path: string): number {
  return text.slice(0, Math.max(0, text.indexOf(JSON.stringify(path)))).split("\n").length;
}

import type { Report } from "../problem";
import { readTable } from "./csv";
import { pathsOf, readDescriptor, type Descriptor } from "./descriptor";
import type { Files } from "./files";
import type { Row, Table } from "./table";

/** What an organisation says of its own data. */
export interface Overlay {
  /** The word in the ids of its releases. */
  readonly id: string;
  readonly title: string;
  /** Where it publishes its releases. */
  readonly address: string;
  /** Its rows, of all tables. */
  readonly rows: ReadonlySet<Row>;
}

/** A package as read: tables by resource name, other files as text by path. */
export interface Package {
  readonly descriptor: Descriptor;
  readonly tables: ReadonlyMap<string, Table>;
  readonly texts: ReadonlyMap<string, string>;
  /** The organisation whose rows stand among ours, if any do. */
  readonly overlay?: Overlay;
}

/** Reads every file that datapackage.json lists. Undefined when there is no descriptor to go by. */
export function readPackage(files: Files, report: Report): Package | undefined {
  const descriptor = readDescriptor(files, report);
  if (!descriptor) return undefined;
  const tables = new Map<string, Table>();
  const texts = new Map<string, string>();
  for (const resource of descriptor.resources) {
    if (resource.schema) {
      tables.set(resource.name, readTable(resource, resource.schema.fields, files, report));
      continue;
    }
    for (const path of pathsOf(resource)) {
      const bytes = files.get(path);
      if (bytes) texts.set(path, new TextDecoder().decode(bytes));
    }
  }
  return { descriptor, tables, texts };
}

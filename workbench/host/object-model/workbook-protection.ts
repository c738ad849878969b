/** `WorkbookProtection`: whether sheets may be added, removed, renamed, moved, shown and hidden. */
import { accessDenied } from "../host-error";
import { hostObject, type HostClass, type HostObject } from "../host-object";
import type { Workbook } from "../workbook-model";
import type { ObjectModel } from "./object-model";

const protectedWorkbooks = new WeakSet<Workbook>();

/** Excel refuses to change which sheets there are while the structure is protected. */
export function assertStructureOpen({ workbook }: ObjectModel): void {
  if (protectedWorkbooks.has(workbook)) throw accessDenied();
}

const PROTECTION: HostClass<ObjectModel> = {
  name: "WorkbookProtection",
  properties: { Protected: { get: ({ workbook }) => protectedWorkbooks.has(workbook) } },
  methods: {
    Protect: ({ workbook }) => void protectedWorkbooks.add(workbook),
    Unprotect: ({ workbook }) => void protectedWorkbooks.delete(workbook),
  },
};

export const workbookProtection = (model: ObjectModel): HostObject => hostObject(PROTECTION, model);

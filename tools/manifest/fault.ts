/** What can be wrong with a manifest; the name of a fault is stable, its message is for people. */
export type FaultName =
  | "not-xml"
  | "unknown-element"
  | "element-order"
  | "missing-element"
  | "repeated-element"
  | "missing-attribute"
  | "xml-namespace"
  | "id"
  | "version"
  | "default-locale"
  | "host"
  | "permissions"
  | "requirement-set"
  | "equivalent-addins"
  | "metadata-spelling"
  | "namespace"
  | "shared-runtime"
  | "runtime-lifetime"
  | "resid-undefined"
  | "resid-unused"
  | "resid-too-long"
  | "resid-kind"
  | "resid-duplicate"
  | "string-too-long"
  | "string-empty"
  | "not-https"
  | "outside-base"
  | "app-domain"
  | "icon-missing"
  | "icon-size"
  | "icon-set"
  | "page-missing";

export interface Fault {
  name: FaultName;
  message: string;
}

export const faultOf = (name: FaultName, message: string): Fault => ({ name, message });

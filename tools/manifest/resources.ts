import { faultOf, type Fault } from "./fault";
import { all, find, path, type Element } from "./tree";

const RESID_MAX = 32;
const SHORT_MAX = 125;
const LONG_MAX = 250;

type Kind = "bt:Images" | "bt:Urls" | "bt:ShortStrings" | "bt:LongStrings";
const KINDS: Kind[] = ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"];

/** Which list of `Resources` an element with a resid refers to. */
const REFERS_TO: Record<string, Kind> = {
  "bt:Image": "bt:Images",
  Runtime: "bt:Urls",
  SourceLocation: "bt:Urls",
  FunctionFile: "bt:Urls",
  LearnMoreUrl: "bt:Urls",
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Namespace: "bt:ShortStrings",
  Description: "bt:LongStrings",
};

/** A string shown to people, with the most characters Office takes for it. */
interface Limited {
  element: Element;
  text: string;
  max: number;
}

/** The default values of one list of `Resources`, by id. */
export function resources(root: Element, kind: Kind): Map<string, string> {
  const entries = find(root, "VersionOverrides", "Resources", kind).flatMap(({ children }) => children);
  return new Map(entries.map(({ attributes }) => [attributes.id ?? "", attributes.DefaultValue ?? ""]));
}

/** Faults of resids (defined, used, of the right list, 32 characters) and of string lengths. */
export function resourceFaults(root: Element): Fault[] {
  return [...residFaults(root), ...duplicateFaults(root), ...lengthFaults(root)];
}

function residFaults(root: Element): Fault[] {
  const uses = all(root).filter(({ attributes }) => attributes.resid !== undefined);
  const used = new Set(uses.map(({ attributes }) => attributes.resid));
  const defined = new Map(KINDS.map((kind) => [kind, resources(root, kind)]));
  const ids = new Set([...defined.values()].flatMap((entries) => [...entries.keys()]));
  return [
    ...uses.flatMap((element): Fault[] => {
      const resid = element.attributes.resid ?? "";
      if (!ids.has(resid))
        return [{ name: "resid-undefined", message: `${path(element)}: no resource has the id ${resid}` }];
      const kind = REFERS_TO[element.name];
      if (kind && !defined.get(kind)?.has(resid))
        return [{ name: "resid-kind", message: `${path(element)}: ${resid} is not in ${kind}` }];
      return [];
    }),
    ...[...ids]
      .filter((id) => !used.has(id))
      .map((id): Fault => ({ name: "resid-unused", message: `nothing uses the resource ${id}` })),
    ...[...ids]
      .filter((id) => id.length > RESID_MAX)
      .map((id) => faultOf("resid-too-long", `${id} has ${id.length} characters; ${RESID_MAX} are allowed`)),
  ];
}

function duplicateFaults(root: Element): Fault[] {
  const ids = find(root, "VersionOverrides", "Resources")
    .flatMap(({ children }) => children)
    .flatMap(({ children }) => children)
    .map(({ attributes }) => attributes.id);
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => ({ name: "resid-duplicate", message: `two resources have the id ${id}` }));
}

function lengthFaults(root: Element): Fault[] {
  return limited(root).flatMap(({ element, text, max }): Fault[] => {
    if (text === "")
      return [{ name: "string-empty", message: `${path(element)} ${element.attributes.id ?? ""} has an empty string` }];
    if (text.length <= max) return [];
    return [faultOf("string-too-long", `${path(element)}: ${text.length} characters, ${max} are allowed: "${text}"`)];
  });
}

function limited(root: Element): Limited[] {
  const strings = (kind: Kind): Element[] => find(root, "VersionOverrides", "Resources", kind, "bt:String");
  return [
    ...find(root, "ProviderName").map((element) => ({ element, text: element.text, max: SHORT_MAX })),
    ...[...find(root, "DisplayName"), ...strings("bt:ShortStrings")].flatMap((element) =>
      translations(element, SHORT_MAX),
    ),
    ...[...find(root, "Description"), ...strings("bt:LongStrings")].flatMap((element) =>
      translations(element, LONG_MAX),
    ),
  ];
}

function translations(element: Element, max: number): Limited[] {
  const overrides = element.children.map((child) => ({ element: child, text: child.attributes.Value ?? "", max }));
  return [{ element, text: element.attributes.DefaultValue ?? "", max }, ...overrides];
}

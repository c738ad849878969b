import { XMLParser, XMLValidator } from "fast-xml-parser";

/** One element of the manifest, with its children in document order. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
  parent: Element | undefined;
}

/** The shape fast-xml-parser gives with `preserveOrder`: one key is the tag, ":@" holds the attributes. */
type Ordered = { [tag: string]: Ordered[] | string | Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
});

/**
 * Reads XML text into its root element.
 * @throws Error with line and column when the text is not well-formed XML or holds no element.
 */
export function parse(text: string): Element {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(`line ${valid.err.line}, column ${valid.err.col}: ${valid.err.msg}`);
  const roots = elements(parser.parse(text) as Ordered[], undefined).filter(({ name }) => !name.startsWith("?"));
  const root = roots[0];
  if (!root) throw new Error("there is no element in it");
  return root;
}

function elements(nodes: Ordered[], parent: Element | undefined): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@");
    if (name === undefined || name === "#text") return [];
    const inner = node[name] as Ordered[];
    const element: Element = {
      name,
      attributes: (node[":@"] ?? {}) as Record<string, string>,
      text: inner
        .map((child) => child["#text"] ?? "")
        .join("")
        .trim(),
      children: [],
      parent,
    };
    element.children = elements(inner, element);
    return [element];
  });
}

/** The element itself and everything below it, in document order. */
export function all(element: Element): Element[] {
  return [element, ...element.children.flatMap(all)];
}

/** The name with its xsi:type, as the structure table writes it: `ExtensionPoint[CustomFunctions]`. */
export function label(element: Element): string {
  const type = element.attributes["xsi:type"];
  return type === undefined ? element.name : `${element.name}[${type}]`;
}

/** Where the element stands, for messages: `OfficeApp/VersionOverrides/Hosts`. */
export function path(element: Element): string {
  return element.parent ? `${path(element.parent)}/${element.name}` : element.name;
}

/** The elements reached from `element` by following child names. */
export function find(element: Element, ...names: string[]): Element[] {
  return names.reduce<Element[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

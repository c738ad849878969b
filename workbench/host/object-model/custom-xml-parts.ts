/** `CustomXmlPartCollection`, `CustomXmlPartScopedCollection`, `CustomXmlPart`. */
import { found, HostError, invalidArgument } from "../host-error";
import { hostObject, type HostClass, type HostObject } from "../host-object";
import type { XmlPart } from "../workbook-model";
import { asText, type ItemState, type ObjectModel } from "./object-model";

const ROOT =
  /^\s*(?:<\?[^]*?\?>\s*|<!--[^]*?-->\s*)*<([\w.-]+:)?[\w.-]+((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/;

/** The namespace of the root element, `""` when it has none; InvalidArgument for what does not begin like XML. */
export function namespaceOf(xml: string): string {
  const root = ROOT.exec(xml);
  if (!root) throw invalidArgument();
  const declaration = root[1] ? `xmlns:${root[1].slice(0, -1)}` : "xmlns";
  for (const [, name, quoted] of root[2]!.matchAll(/([\w.:-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (name === declaration) return quoted!.slice(1, -1);
  }
  return "";
}

const partOf = ({ model, id }: ItemState): XmlPart => found(model.workbook.xmlParts.get(id));

const PART: HostClass<ItemState> = {
  name: "CustomXmlPart",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    NamespaceUri: { get: (self) => namespaceOf(partOf(self).xml) },
  },
  methods: {
    GetXml: (self) => partOf(self).xml,
    SetXml: (self, value) => {
      const xml = asText(value);
      namespaceOf(xml);
      self.model.workbook.xmlParts.change(partOf(self).id, { xml });
    },
    Delete: (self) => self.model.workbook.xmlParts.remove(partOf(self).id),
  },
};

interface PartsState {
  readonly model: ObjectModel;
  /** Only the parts of this namespace; null for all. */
  readonly namespace: string | null;
}

const parts = ({ model, namespace }: PartsState): HostObject[] =>
  model.workbook.xmlParts
    .list()
    .filter(({ xml }) => namespace === null || namespaceOf(xml) === namespace)
    .map(({ id }) => hostObject(PART, { model, id }));

const collection = {
  items: parts,
  item: (self: PartsState, key: unknown) => parts(self).find((part) => part.get("Id") === key),
};

const onlyOf = (self: PartsState): HostObject | null => {
  const [only, ...others] = parts(self);
  return only && others.length === 0 ? only : null;
};

const notOne = () => new HostError("InvalidOperation", "The collection does not hold exactly one item.", 400);

const SCOPED: HostClass<PartsState> = {
  name: "CustomXmlPartScopedCollection",
  ...collection,
  methods: {
    GetOnlyItem: (self) => found(onlyOf(self), notOne),
    GetOnlyItemOrNullObject: onlyOf,
  },
};

const PARTS: HostClass<PartsState> = {
  name: "CustomXmlPartCollection",
  ...collection,
  methods: {
    Add: ({ model }, value) => {
      const xml = asText(value);
      namespaceOf(xml);
      return hostObject(PART, { model, id: model.workbook.xmlParts.add(xml).id });
    },
    GetByNamespace: ({ model }, namespace) => hostObject(SCOPED, { model, namespace: asText(namespace) }),
  },
};

export const customXmlParts = (model: ObjectModel): HostObject => hostObject(PARTS, { model, namespace: null });

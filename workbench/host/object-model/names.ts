/** `NamedItemCollection` and `NamedItem`. */
import { found, invalidArgument, itemAlreadyExists } from "../host-error";
import { hostObject, isHostObject, type HostClass, type HostObject } from "../host-object";
import type { Area } from "../a1";
import type { DefinedName } from "../workbook-model";
import { addressOf, areaFrom, asText, type ObjectModel } from "./object-model";
import { RANGE } from "./range";

interface NamedItemState {
  readonly model: ObjectModel;
  /** As it was when the object was made; the workbook has the current one. */
  readonly key: Pick<DefinedName, "name" | "scope">;
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const NAME_LIMIT = 255;

const current = ({ model, key }: NamedItemState): DefinedName =>
  found(model.workbook.names.get(key.name, key.scope), invalidArgument);

/** What Excel shows for cells whose sheet is gone. */
const GONE = "=#REF!";

const isThere = (model: ObjectModel, { sheet }: Area): boolean => model.workbook.sheets.get(sheet) !== undefined;

function formula(model: ObjectModel, { refersTo }: DefinedName): string {
  if (typeof refersTo !== "object") return refersTo;
  return isThere(model, refersTo) ? `=${addressOf(model, refersTo, true)}` : GONE;
}

function area(self: NamedItemState): Area | null {
  const { refersTo } = current(self);
  return typeof refersTo === "object" && isThere(self.model, refersTo) ? refersTo : null;
}

/** What a name is to stand for: a range object, an address or any other formula. */
function reference(model: ObjectModel, value: unknown): Area | string {
  if (isHostObject(value)) return found(value.as(RANGE), invalidArgument).area;
  const text = asText(value);
  try {
    return areaFrom(model, text, null);
  } catch {
    return text;
  }
}

const NAMED_ITEM: HostClass<NamedItemState> = {
  name: "NamedItem",
  identity: ({ key }) => ({ _Id: key.name }),
  properties: {
    Name: { get: (self) => current(self).name },
    Scope: { get: ({ key }) => (key.scope === null ? "Workbook" : "Worksheet") },
    Type: { get: (self) => (area(self) ? "Range" : "String") },
    Value: { get: (self) => formula(self.model, current(self)).replace(/^=/, "") },
    Formula: {
      get: (self) => formula(self.model, current(self)),
      set: (self, value) => self.model.workbook.names.set({ ...current(self), refersTo: reference(self.model, value) }),
    },
    Comment: {
      get: (self) => current(self).comment,
      set: (self, value) => self.model.workbook.names.set({ ...current(self), comment: String(value) }),
    },
    Visible: {
      get: (self) => current(self).visible,
      set: (self, value) => self.model.workbook.names.set({ ...current(self), visible: value === true }),
    },
  },
  methods: {
    Delete: ({ model, key }) => model.workbook.names.remove(key.name, key.scope),
    GetRange: (self) => self.model.range(found(area(self), invalidArgument)),
    GetRangeOrNullObject: (self) => {
      const cells = area(self);
      return cells && self.model.range(cells);
    },
  },
};

interface NamesState {
  readonly model: ObjectModel;
  readonly scope: string | null;
}

const NAMES: HostClass<NamesState> = {
  name: "NamedItemCollection",
  items: ({ model, scope }) =>
    model.workbook.names
      .list()
      .filter((name) => name.scope === scope)
      .map((name) => model.namedItem(name)),
  item: ({ model, scope }, key) => {
    const name = model.workbook.names.get(String(key), scope);
    return name && model.namedItem(name);
  },
  methods: {
    Add: ({ model, scope }, value, refersTo, comment) => {
      const name = asText(value);
      if (!NAME.test(name) || name.length > NAME_LIMIT) throw invalidArgument();
      if (model.workbook.names.get(name, scope)) throw itemAlreadyExists();
      const added = {
        name,
        scope,
        refersTo: reference(model, refersTo),
        comment: typeof comment === "string" ? comment : "",
        visible: true,
      };
      model.workbook.names.set(added);
      return model.namedItem(added);
    },
  },
};

export const namedItem = (model: ObjectModel, { name, scope }: DefinedName): HostObject =>
  hostObject(NAMED_ITEM, { model, key: { name, scope } });

export const names = (model: ObjectModel, scope: string | null): HostObject => hostObject(NAMES, { model, scope });

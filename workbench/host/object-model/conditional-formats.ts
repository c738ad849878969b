/** `ConditionalFormatCollection` and `ConditionalFormat`: rules of a formula of one's own, and the colours they give. */
import { intersection, type Area } from "../a1";
import { found } from "../host-error";
import { hostObject, type HostClass, type HostObject, type Property } from "../host-object";
import type { ConditionalFormat } from "../workbook-model";
import { asText, asWord, assertWritable, type ItemState, type ObjectModel, type RangeState } from "./object-model";

const TYPES = ["Custom"] as const;

const ruleOf = ({ model, id }: ItemState): ConditionalFormat => found(model.workbook.rules.get(id));

const text = (name: "formula" | "fontColor" | "fillColor"): Property<ItemState> => ({
  get: (self) => ruleOf(self)[name],
  set: (self, value) => {
    assertWritable(self.model, ruleOf(self).area);
    self.model.workbook.rules.change(self.id, { [name]: asText(value) });
  },
});

const part = (definition: HostClass<ItemState>): Property<ItemState> => ({
  get: (self) => hostObject(definition, self),
});

const FORMAT: HostClass<ItemState> = {
  name: "ConditionalRangeFormat",
  properties: {
    Font: part({ name: "ConditionalRangeFont", properties: { Color: text("fontColor") } }),
    Fill: part({ name: "ConditionalRangeFill", properties: { Color: text("fillColor") } }),
  },
};

const CUSTOM: HostClass<ItemState> = {
  name: "CustomConditionalFormat",
  properties: {
    Rule: part({ name: "ConditionalFormatRule", properties: { Formula: text("formula") } }),
    Format: part(FORMAT),
  },
};

const RULE: HostClass<ItemState> = {
  name: "ConditionalFormat",
  identity: ({ id }) => ({ Id: id }),
  properties: { Id: { get: ({ id }) => id }, Type: { get: () => TYPES[0] }, Custom: part(CUSTOM) },
  methods: {
    Delete: (self) => {
      assertWritable(self.model, ruleOf(self).area);
      self.model.workbook.rules.remove(self.id);
    },
  },
};

const rule = (model: ObjectModel, id: string): HostObject => hostObject(RULE, { model, id });

const idsIn = ({ workbook }: ObjectModel, area: Area): string[] =>
  workbook.rules.list().flatMap((each) => (intersection(each.area, area) ? [each.id] : []));

const RULES: HostClass<RangeState> = {
  name: "ConditionalFormatCollection",
  items: ({ model, area }) => idsIn(model, area).map((id) => rule(model, id)),
  item: ({ model, area }, key) => (idsIn(model, area).includes(String(key)) ? rule(model, String(key)) : undefined),
  methods: {
    Add: ({ model, area }, type) => {
      asWord(TYPES, type);
      assertWritable(model, area);
      return rule(model, model.workbook.rules.add({ area, formula: "", fontColor: "", fillColor: "" }).id);
    },
  },
};

export const conditionalFormats: Property<RangeState> = { get: (range) => hostObject(RULES, range) };

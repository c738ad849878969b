/** `RangeAreas` and `RangeCollection`: several ranges of one sheet. */
import { isUnbounded, type Area } from "../a1";
import { itemNotFound } from "../host-error";
import { hostObject, type HostClass, type HostObject } from "../host-object";
import { addressOf, asCount, type ObjectModel } from "./object-model";

interface AreasState {
  readonly model: ObjectModel;
  /** All on one sheet, at least one. */
  readonly areas: readonly Area[];
}

const ranges = ({ model, areas }: AreasState): HostObject[] => areas.map((area) => model.range(area));

const COLLECTION: HostClass<AreasState> = {
  name: "RangeCollection",
  items: ranges,
  methods: {
    GetItemAt: (self, index) => {
      const found = ranges(self)[asCount(index)];
      if (!found) throw itemNotFound();
      return found;
    },
  },
};

const address = ({ model, areas }: AreasState): string => areas.map((area) => addressOf(model, area)).join(",");

const RANGE_AREAS: HostClass<AreasState> = {
  name: "RangeAreas",
  isReferenced: true,
  properties: {
    Address: { get: address },
    AddressLocal: { get: address },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: {
      get: ({ areas }) => areas.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0),
    },
    IsEntireColumn: { get: ({ areas }) => areas.every((area) => isUnbounded({ ...area, columnCount: 1 })) },
    IsEntireRow: { get: ({ areas }) => areas.every((area) => isUnbounded({ ...area, rowCount: 1 })) },
    Areas: { get: (self) => hostObject(COLLECTION, self) },
    Worksheet: { get: ({ model, areas }) => model.worksheet(areas[0]!.sheet) },
  },
};

export const rangeAreas = (model: ObjectModel, areas: readonly Area[]): HostObject =>
  hostObject(RANGE_AREAS, { model, areas });

/** `Functions`: what Excel computes without a cell. */
import { hostObject, type HostClass, type HostObject } from "../host-object";
import type { ObjectModel } from "./object-model";

const RESULT: HostClass<number> = {
  name: "FunctionResult",
  isReferenced: true,
  properties: { Value: { get: (value) => value }, Error: { get: () => "" } },
};

/** 1970-01-01 in each system. */
const EPOCHS = { 1900: 25569, 1904: 24107 };
const MILLISECONDS = 86_400_000;

const FUNCTIONS: HostClass<ObjectModel> = {
  name: "Functions",
  methods: {
    Date: ({ workbook }, year, month, day) => {
      const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / MILLISECONDS;
      return hostObject(RESULT, days + EPOCHS[workbook.dateSystem ?? 1900]);
    },
  },
};

export const functions = (model: ObjectModel): HostObject => hostObject(FUNCTIONS, model);

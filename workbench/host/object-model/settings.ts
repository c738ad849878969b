/** `SettingCollection` and `Setting`: the add-in's document settings, the same that `Office.context.document.settings` has. */
import { itemNotFound } from "../host-error";
import { hostObject, type HostClass, type HostObject } from "../host-object";
import { asText, type ObjectModel } from "./object-model";

interface SettingState {
  readonly model: ObjectModel;
  readonly key: string;
}

const SETTING: HostClass<SettingState> = {
  name: "Setting",
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ model, key }) => {
        const json = model.workbook.settings.get(key);
        if (json === undefined) throw itemNotFound();
        return JSON.parse(json) as unknown;
      },
      set: ({ model, key }, value) => model.workbook.settings.set(key, JSON.stringify(value)),
    },
  },
  methods: { Delete: ({ model, key }) => model.workbook.settings.remove(key) },
};

const SETTINGS: HostClass<ObjectModel> = {
  name: "SettingCollection",
  items: (model) => model.workbook.settings.entries().map(([key]) => hostObject(SETTING, { model, key })),
  item: (model, key) => {
    const name = String(key);
    return model.workbook.settings.get(name) === undefined ? undefined : hostObject(SETTING, { model, key: name });
  },
  methods: {
    Add: (model, value, content) => {
      const key = asText(value);
      model.workbook.settings.set(key, JSON.stringify(content));
      return hostObject(SETTING, { model, key });
    },
  },
};

export const settings = (model: ObjectModel): HostObject => hostObject(SETTINGS, model);

import { WorkbookError } from "../../sheets/workbook-error";
import type { DocumentSettings } from "../../sheets/record";

const KEY = "orebook";

/** The settings of the open document. Call only after Office has said that it is Excel. */
export function documentSettings(): DocumentSettings {
  const { settings } = Office.context.document;
  const read = (): unknown => settings.get(KEY) ?? undefined;
  return {
    get: read,
    refresh: () => completed((done) => settings.refreshAsync(done)),
    async save(value) {
      const before = read();
      settings.set(KEY, value);
      try {
        await completed((done) => settings.saveAsync(done));
      } catch (error) {
        if (before === undefined) settings.remove(KEY);
        else settings.set(KEY, before);
        throw error;
      }
    },
    onSavedElsewhere(listener) {
      settings.addHandlerAsync(Office.EventType.SettingsChanged, () => listener());
    },
  };
}

function completed(act: (done: (result: Office.AsyncResult<unknown>) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    act(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(new WorkbookError("failed", error?.message ?? ""));
    });
  });
}

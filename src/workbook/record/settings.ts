import { WorkbookError } from "../workbook-error";

/** Orebook's one entry in the document's settings: read at once when Office is ready, written with the document. */
export interface DocumentSettings {
  /** What is in memory; undefined when there is nothing. */
  get(): unknown;
  /** Reads again what the document holds: somebody else may have changed it. */
  refresh(): Promise<void>;
  /** Puts the value into the document. Rejects with a `WorkbookError`; the value in memory is then as it was. */
  save(value: unknown): Promise<void>;
  /** Tells that somebody else who has the document open saved settings, where Excel tells. What is in memory is then old. */
  onSavedElsewhere(listener: () => void): void;
}

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

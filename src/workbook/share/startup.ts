/** The setting by which a document opens an add-in's pane; Office reads it. */
const SHOW_PANE = "Office.AutoShowTaskpaneWithDocument";

/**
 * Takes out of the document that it starts the add-in when it opens: whoever does not have it would be asked for it.
 * False when Office did not let it.
 */
export async function clearStartup(): Promise<boolean> {
  try {
    await Office.addin.setStartupBehavior(Office.StartupBehavior.none);
    const { settings } = Office.context.document;
    if (settings.get(SHOW_PANE) === undefined || settings.get(SHOW_PANE) === null) return true;
    settings.remove(SHOW_PANE);
    return await new Promise((resolve) =>
      settings.saveAsync(({ status }) => resolve(status === Office.AsyncResultStatus.Succeeded)),
    );
  } catch {
    return false;
  }
}

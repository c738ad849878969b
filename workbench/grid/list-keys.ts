/** Keys in the list of functions that opens while a formula is typed: in Excel only Tab picks, Enter enters what was typed. */
import { type IShortcutItem, IShortcutService, KeyCode } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

const LIST = "sheet.formula-embedding-editor.search_function.";

export function pickWithTabOnly(grid: Grid): void {
  const shortcuts = grid.injector.get(IShortcutService);
  const register = shortcuts.registerShortcut.bind(shortcuts);
  const nothing = { dispose: () => undefined };
  shortcuts.registerShortcut = <P extends object>(item: IShortcutItem<P>) =>
    item.id.startsWith(LIST) && item.binding === KeyCode.ENTER ? nothing : register(item);
}

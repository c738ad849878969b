import "./controls";
import "./styles/theme.css";
import "./styles/pane.css";
import "./styles/controls.css";
import "./navigation/navigation.css";
import "./find/find.css";
import "./series/series.css";
import "./series/figures/sources.css";
import "./tables/tables.css";
import "./cell/cell.css";
import "./styles/lists.css";
import "./workbook/audit/audit.css";
import "./workbook/refresh/refresh.css";
import "./series/chart/chart.css";
import "./insert/insert.css";
import "./styles/narrow.css";
import { fill } from "./widgets/dom";
import { buildPane, type Pane } from "./pane";
import type { PaneServices } from "./context/services";
import { withoutTexts } from "./widgets/status-views";
import { followTheme } from "./theme";

export type { Pane } from "./pane";
export { browserStorage } from "./context/storage";
export type { HostTheme, PaneServices } from "./context/services";

/** Mounts the task pane into an element of the page. Where its texts cannot be fetched it says so and waits for another try. */
export async function mountPane(root: HTMLElement, services: PaneServices): Promise<Pane> {
  followTheme(services.theme);
  for (;;) {
    try {
      return await buildPane(root, services);
    } catch {
      await new Promise<void>((retry) => fill(root, withoutTexts(retry)));
    }
  }
}

import "./controls";
import "./styles/pane.css";
import "./styles/controls.css";
import "./styles/navigation.css";
import "./styles/find.css";
import "./styles/series.css";
import "./styles/tables.css";
import "./styles/cell.css";
import "./styles/lists.css";
import "./styles/audit.css";
import "./styles/refresh.css";
import "./styles/chart.css";
import "./styles/insert.css";
import "./styles/builder.css";
import { fill } from "./dom";
import { buildPane, type Pane } from "./pane";
import type { PaneServices } from "./services";
import { withoutTexts } from "./status-views";
import { followTheme } from "./theme";

export type { Pane } from "./pane";
export { browserStorage } from "./preferences/storage";
export type { HostTheme, PaneServices } from "./services";

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

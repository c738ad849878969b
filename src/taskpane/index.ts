import "./controls";
import "./styles/pane.css";
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
import { buildPane, type Pane } from "./pane";
import type { PaneServices } from "./services";
import { followTheme } from "./theme";

export type { Pane } from "./pane";
export type { HostTheme, PaneServices } from "./services";

/** Mounts the task pane into an element of the page. */
export function mountPane(root: HTMLElement, services: PaneServices): Pane {
  followTheme(services.theme);
  return buildPane(root, services);
}

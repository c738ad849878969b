/** The pane with its styles and the controls that it uses: one piece, fetched after the functions. Each import of Fluent's defines one element. */
import "@fluentui/web-components/button.js";
import "@fluentui/web-components/checkbox.js";
import "@fluentui/web-components/field.js";
import "@fluentui/web-components/radio-group.js";
import "@fluentui/web-components/radio.js";
import "@fluentui/web-components/spinner.js";
import "@fluentui/web-components/tab.js";
import "@fluentui/web-components/tablist.js";
import "@fluentui/web-components/text-input.js";
import "./styles/theme.css";
import "./styles/pane.css";
import "./styles/frame.css";
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

export { buildPane } from "./pane";

import { findSection } from "../find/find-section";
import { lazySection } from "./lazy-section";
import type { Section } from "../context/section";

/** The tabs of the pane, in their order. A line here is all that another one takes. */
export const SECTIONS: readonly Section[] = [
  findSection,
  lazySection(
    "tables",
    ({ sections }) => sections.tables,
    () =>
      import(/* webpackChunkName: "views/tables" */ "../tables/tables-section").then(
        ({ tablesSection }) => tablesSection,
      ),
  ),
  lazySection(
    "events",
    ({ sections }) => sections.events,
    () =>
      import(/* webpackChunkName: "views/events" */ "../sources/events-section").then(
        ({ eventsSection }) => eventsSection,
      ),
  ),
  lazySection(
    "sources",
    ({ sections }) => sections.sources,
    () =>
      import(/* webpackChunkName: "views/sources" */ "../sources/sources-section").then(
        ({ sourcesSection }) => sourcesSection,
      ),
  ),
  lazySection(
    "cell",
    ({ sections }) => sections.cell,
    () => import(/* webpackChunkName: "views/cell" */ "../cell/cell-section").then(({ cellSection }) => cellSection),
  ),
  lazySection(
    "builder",
    ({ sections }) => sections.builder,
    () =>
      import(/* webpackChunkName: "views/builder" */ "../cell/builder-section").then(
        ({ builderSection }) => builderSection,
      ),
  ),
  lazySection(
    "audit",
    ({ sections }) => sections.audit,
    () =>
      import(/* webpackChunkName: "views/workbook" */ "../workbook/audit/audit-section").then(
        ({ auditSection }) => auditSection,
      ),
  ),
  lazySection(
    "share",
    ({ sections }) => sections.share,
    () =>
      import(/* webpackChunkName: "views/workbook" */ "../workbook/share/share-section").then(
        ({ shareSection }) => shareSection,
      ),
  ),
  lazySection(
    "updates",
    ({ sections }) => sections.updates,
    () =>
      import(/* webpackChunkName: "views/updates" */ "../workbook/refresh/refresh-section").then(
        ({ refreshSection }) => refreshSection,
      ),
  ),
  lazySection(
    "help",
    ({ sections }) => sections.help,
    () => import(/* webpackChunkName: "views/help" */ "../help/help-section").then(({ helpSection }) => helpSection),
  ),
];

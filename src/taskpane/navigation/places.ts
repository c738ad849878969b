import { lazySection } from "../context/awaited-view";
import type { Section } from "../context/section";
import { findSection } from "../find/find-section";
import type { Texts } from "../texts";
import type { IconName } from "../widgets/icons";

/** A tab of the pane: one place, or several under a second line of tabs. */
export interface Tabbed {
  /** That of its place where there is one only. */
  readonly id: string;
  title(texts: Texts): string;
  readonly icon?: IconName;
  readonly places: readonly Section[];
}

/** Everything the pane has, in the order of its tabs. A line here is all that another place takes. */
export const TABS: readonly Tabbed[] = [
  alone(findSection),
  alone(
    later("tables", "tables", () =>
      import(/* webpackChunkName: "views/tables" */ "../tables/tables-section").then((it) => it.tablesSection),
    ),
  ),
  {
    id: "evidence",
    title: ({ sections }) => sections.sources,
    places: [
      later("sources", "documents", () =>
        import(/* webpackChunkName: "views/tables" */ "../sources/sources-section").then((it) => it.sourcesSection),
      ),
      later("events", "events", () =>
        import(/* webpackChunkName: "views/tables" */ "../sources/events-section").then((it) => it.eventsSection),
      ),
    ],
  },
  {
    id: "formulas",
    title: ({ sections }) => sections.cell,
    places: [
      later("cell", "selected", () =>
        import(/* webpackChunkName: "views/tables" */ "../cell/cell-section").then((it) => it.cellSection),
      ),
      later("builder", "builder", () =>
        import(/* webpackChunkName: "views/tables" */ "../cell/builder-section").then((it) => it.builderSection),
      ),
    ],
  },
  {
    id: "workbook",
    title: ({ sections }) => sections.workbook,
    places: [
      later("audit", "audit", () =>
        import(/* webpackChunkName: "views/workbook" */ "../workbook/audit/audit-view").then((it) => it.auditSection),
      ),
      later("updates", "updates", () =>
        import(/* webpackChunkName: "views/workbook" */ "../workbook/refresh/refresh-view").then(
          (it) => it.refreshSection,
        ),
      ),
      later("share", "share", () =>
        import(/* webpackChunkName: "views/workbook" */ "../workbook/share/share-view").then((it) => it.shareSection),
      ),
    ],
  },
  alone(
    later("help", "help", () =>
      import(/* webpackChunkName: "views/tables" */ "../help/help-section").then((it) => it.helpSection),
    ),
  ),
  alone(
    later("settings", "settings", () =>
      import(/* webpackChunkName: "views/tables" */ "../help/settings-section").then((it) => it.settingsSection),
    ),
    "settings",
  ),
];

/** A place whose code is fetched when it is first chosen. `name`: its word among those of the sections. */
function later(id: string, name: keyof Texts["sections"], load: () => Promise<Section>): Section {
  return lazySection(id, ({ sections }) => sections[name], load);
}

export const PLACES: readonly Section[] = TABS.flatMap(({ places }) => places);

function alone(place: Section, icon?: IconName): Tabbed {
  return { id: place.id, title: place.title, places: [place], ...(icon && { icon }) };
}

import { findSection } from "../find/find-section";
import { lazySection } from "./lazy-section";
import type { Section } from "./section";

/** The tabs of the pane, in their order. A line here is all that another one takes. */
export const SECTIONS: readonly Section[] = [
  findSection,
  lazySection("tables", ({ sections }) => sections.tables, () => import(/* webpackChunkName: "views/tables" */ "../tables/tables-section").then(({ tablesSection }) => tablesSection)),
  lazySection("cell", ({ sections }) => sections.cell, () => import(/* webpackChunkName: "views/cell" */ "../cell/cell-section").then(({ cellSection }) => cellSection)),
];

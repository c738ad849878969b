import { findSection } from "../find/find-section";
import { tablesSection } from "../tables/tables-section";
import type { Section } from "./section";

/** The tabs of the pane, in their order. A line here is all that another one takes. */
export const SECTIONS: readonly Section[] = [findSection, tablesSection];

import type { Section } from "../context/section";

let section: Section | undefined;

/** Fetches the code of the section where one begins, once; the pane is built when it is there, and no formula waits for it. */
export async function fetchFind(): Promise<void> {
  section ??= (await import(/* webpackChunkName: "views/find" */ "./find-section")).findSection;
}

/** The section where one begins. Opens at once, after `fetchFind`. */
export const findSection: Section = {
  id: "find",
  title: ({ sections }) => sections.find,
  open: (...given) => {
    if (!section) throw new Error("the search was opened before its code was fetched");
    return section.open(...given);
  },
};

import type { Section } from "../navigation/section";
import { findView } from "./find-view";
import { searchBox } from "./search-box";

/** Searching series: the box stays above what was found and above the series opened from there. */
export const findSection: Section = {
  id: "find",
  title: ({ sections }) => sections.find,
  open(context, host, before) {
    const search = searchBox(context.texts, {
      typed: (text) => {
        host.home();
        view.show(text);
      },
      down: () => (view.element.isConnected ? view.focusFirst() : host.focusContent()),
      enter: () => {
        const first = view.element.isConnected ? view.first() : undefined;
        if (first) host.openSeries(first);
      },
      escape: host.escape,
    });
    const view = findView(context, {
      open: host.openSeries,
      search: (text) => {
        search.set(text);
        view.show(text);
        search.focus();
      },
      leave: () => search.focus(),
    });
    const text = typeof before === "string" ? before : "";
    search.set(text);
    view.show(text);
    return {
      element: view.element,
      top: search.element,
      focus: () => search.focus(),
      returned: (series) => (search.text() === "" ? search.focus() : view.focusSeries(series.id)),
      state: () => search.text(),
    };
  },
};

import type { Section } from "../context/section";
import { facetBar } from "./facet-bar";
import { Facets } from "./facets";
import { FindView, type Query } from "./find-view";
import { searchBox } from "./search-box";
import { h } from "../widgets/dom";

/** Searching series: box and filters stay above what was found; above a series opened from there only the box does. */
export const findSection: Section = {
  id: "find",
  title: ({ sections }) => sections.find,
  open(context, host, before) {
    const facets = new Facets(context.reader.view);
    const query = (): Query => ({ text: search.text(), choice: bar.choice() });
    const renew = () => {
      host.home();
      view.show(query());
    };
    const put = ({ text, choice }: Query) => {
      search.set(text);
      bar.set(choice);
      view.show(query());
    };
    const search = searchBox(context.texts, {
      typed: renew,
      down: () => (view.element.isConnected ? view.focusFirst() : host.focusContent()),
      enter: () => view.element.isConnected && view.openFirst(),
      cleared: () => {
        bar.set({});
        renew();
      },
      escape: () => {
        const isFiltered = Object.values(bar.choice()).some((value) => value !== undefined);
        if (!isFiltered || !view.element.isConnected) return host.escape();
        bar.set({});
        renew();
      },
    });
    const bar = facetBar(context, {
      changed: renew,
      values: (name) => facets.count(view.hits(), bar.choice(), name),
      leave: () => search.focus(),
    });
    const view = new FindView(context, facets, {
      ...host,
      search: (wanted) => {
        put(wanted);
        search.focus();
      },
      leave: () => search.focus(),
    });
    put(isQuery(before) ? before : { text: "", choice: {} });
    return {
      element: h("div.stage-content", bar.element, view.element),
      top: search.element,
      focus: () => search.focus(),
      returned: (series) => {
        // What was opened meanwhile is among the last ones now.
        if (search.text() === "") view.show(query());
        view.focusSeries(series.id);
      },
      state: query,
    };
  },
};

function isQuery(state: unknown): state is Query {
  return typeof state === "object" && state !== null && "text" in state && "choice" in state;
}

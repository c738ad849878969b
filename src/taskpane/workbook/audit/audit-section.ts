import type { PaneContext } from "../../context/pane-context";
import type { Section } from "../../context/section";
import { auditView } from "./audit-view";

/** What the workbook asks Orebook. It is checked when the tab is first chosen. */
export const auditSection: Section = {
  id: "audit",
  title: ({ sections }) => sections.audit,
  open(context) {
    const view = auditView(context, namespaceOf(context));
    const actions: Readonly<Record<string, () => void>> = { sources: view.writeSources, repair: view.repair };
    return {
      element: view.element,
      focus: view.focus,
      shown: view.begin,
      perform: (what) => actions[what]?.(),
      dispose: view.dispose,
    };
  },
};

/** What a build puts before the names of its functions: "" or, in the namespaced one, `METALS`. */
function namespaceOf({ nameOf }: PaneContext): string {
  const id = "REE.QUOTA";
  return nameOf(id).slice(0, -id.length).replace(/\.$/, "");
}

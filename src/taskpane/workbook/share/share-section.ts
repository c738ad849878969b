import type { Section } from "../../context/section";
import { shareView } from "./share-view";

/** Values for people without the add-in. What would be replaced is looked at anew whenever the tab comes into sight. */
export const shareSection: Section = {
  id: "share",
  title: ({ sections }) => sections.share,
  open(context) {
    const view = shareView(context);
    return { element: view.element, focus: view.focus, shown: view.look, dispose: view.dispose };
  },
};

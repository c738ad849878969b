import type { Frame } from "playwright-core";

/** Goes to a place of the pane by its tab, and by the one above it where there is one, wherever the pane is. */
export function openTab(pane: Frame, id: string): Promise<void> {
  return pane.evaluate((place) => {
    const tab = document.getElementById(`tab-${place}`)!;
    const above = tab.closest("[role=tabpanel]")?.getAttribute("aria-labelledby");
    const outer = above ? document.getElementById(above)! : undefined;
    // A click on the chosen one would have its view look again.
    if (outer && outer.getAttribute("aria-selected") !== "true") outer.click();
    tab.click();
  }, id);
}

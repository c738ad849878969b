/** What the add-in's manifest puts on the ribbon. */

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** Opens the pane, or runs a function of the add-in. */
  readonly action: { readonly kind: "pane" } | { readonly kind: "function"; readonly name: string };
}

/**
 * Reads the first group of buttons. Addresses in a manifest are those of where it is installed; here the files are where
 * the add-in's page is. @throws Error when it is no manifest with a group.
 */
export function readRibbon(xml: string, page: URL, language: string) {
  const manifest = new DOMParser().parseFromString(xml, "text/xml");
  const group = first(manifest, "Group");
  if (!group) throw new Error("The manifest has no ribbon group");
  const resource = (parent: Element, tag: string): string =>
    resourceText(manifest, first(parent, tag)?.getAttribute("resid") ?? "", language);
  const installed = first(manifest, "SourceLocation")?.getAttribute("DefaultValue") ?? "";
  const buttons = all(group, "Control").map((control): RibbonButton => {
    const action = first(control, "Action");
    const icon = all(control, "Image").find((image) => image.getAttribute("size") === "32");
    const address = resourceText(manifest, icon?.getAttribute("resid") ?? "", language);
    return {
      id: control.getAttribute("id") ?? "",
      label: resource(control, "Label"),
      tip: resource(first(control, "Supertip") ?? control, "Description"),
      icon: new URL(address.replace(new URL(".", installed).href, ""), page).href,
      action:
        action?.getAttribute("xsi:type") === "ExecuteFunction"
          ? { kind: "function", name: first(action, "FunctionName")?.textContent ?? "" }
          : { kind: "pane" },
    };
  });
  return { label: resource(group, "Label"), buttons };
}

export type RibbonGroup = ReturnType<typeof readRibbon>;

const all = (parent: Document | Element, tag: string): Element[] => [...parent.getElementsByTagNameNS("*", tag)];
const first = (parent: Document | Element, tag: string): Element | undefined => all(parent, tag)[0];

function resourceText(manifest: Document, id: string, language: string): string {
  const found = [...manifest.querySelectorAll("[id]")].find(
    (each) =>
      each.parentElement?.localName !== "Group" && each.getAttribute("id") === id && each.hasAttribute("DefaultValue"),
  );
  const override = found && all(found, "Override").find((each) => each.getAttribute("Locale") === language);
  return override?.getAttribute("Value") ?? found?.getAttribute("DefaultValue") ?? "";
}

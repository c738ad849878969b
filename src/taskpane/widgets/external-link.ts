import type { Texts } from "../texts";
import { h } from "./dom";
import { iconOf } from "./icons";

/** Opens in a window of its own that learns nothing of the pane. */
export function externalLink(
  { texts }: { readonly texts: Texts },
  href: string,
  text: string,
  isButton = false,
): HTMLAnchorElement {
  const attributes = {
    class: isButton ? "link-button" : undefined,
    href,
    target: "_blank",
    rel: "noopener noreferrer",
  };
  return h(
    "a",
    attributes,
    isButton && iconOf("open"),
    text,
    h("span", { class: "unseen" }, ` (${texts.source.newWindow})`),
  );
}

import type { Texts } from "../texts";
import type { SourceWords } from "../words/source-words";
import { h } from "./dom";
import { iconOf } from "./icons";

/** The terms of a document, as a link to them where they are published. */
export function licenceOf(context: { readonly texts: Texts }, words: SourceWords): string | HTMLElement {
  return words.licenceUrl === "" ? words.licence : externalLink(context, words.licenceUrl, words.licence);
}

/** Opens in a window of its own that learns nothing of the pane. An address that is no address of the web leads nowhere: it comes from the data. */
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
  const link = h("a", attributes, isButton && iconOf("open"), text, h("span.unseen", ` (${texts.source.newWindow})`));
  if (!/^https?:$/.test(link.protocol)) link.removeAttribute("href");
  return link;
}

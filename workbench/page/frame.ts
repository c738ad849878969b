/** The add-in's frame. */
import { h } from "../../src/taskpane/widgets/dom";
import { buildWindowName, type Conversation } from "../host/transport";

/** What Excel on the web allows the frame of an add-in. */
const SANDBOX =
  "allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts";

export function newConversation(): Conversation {
  return { id: crypto.randomUUID(), appId: crypto.randomUUID(), hostUrl: location.href.split(/[?#]/)[0]! };
}

/** A frame that is still empty: give it its page when it stands in the document. */
export function createFrame(conversation: Conversation): HTMLIFrameElement {
  return h("iframe", {
    title: "Add-in",
    allow: "clipboard-read; clipboard-write",
    // office.js reads the name before anything else: it must stand before the page is loaded.
    name: buildWindowName(conversation),
    sandbox: SANDBOX,
  });
}

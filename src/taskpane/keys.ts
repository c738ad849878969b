export interface KeyListener {
  /** The user wants to search. */
  find(): void;
  /** Escape; gives whether there was anything to leave. */
  escape(): boolean;
}

/** Everything Tab may stop at. */
const STOPS = "a[href], button, input, select, summary, fluent-button, fluent-text-input, [tabindex]";

/**
 * The keys that mean the same everywhere in the pane: Ctrl+K or / to search, Escape to go back, Tab to go on.
 * office.js on the web listens on the window: it hands Escape and Ctrl keys to Excel, and on Tab moves the focus itself,
 * among elements it finds without looking into shadow roots or at what is hidden. What the pane handles is kept from it;
 * Tab is left to it only at the ends of the pane, where the focus goes to Excel.
 */
export function listenForKeys(root: HTMLElement, listener: KeyListener): void {
  root.ownerDocument.addEventListener("keydown", (event) => {
    if (event.key === "Tab") {
      if (hasFurtherStop(root, event)) event.stopPropagation();
      return;
    }
    const wantsSearch =
      ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") ||
      (event.key === "/" && !(event.composedPath()[0] instanceof HTMLInputElement));
    if (wantsSearch) listener.find();
    else if (event.key !== "Escape" || !listener.escape()) return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Whether Tab has somewhere to go within the pane. */
function hasFurtherStop(root: HTMLElement, { target, shiftKey }: KeyboardEvent): boolean {
  const wanted = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const from = target as Element;
  if (!root.contains(from)) return true;
  const groupOf = (stop: Element) => stop.closest("fluent-tablist, fluent-radio-group");
  const group = groupOf(from);
  return [...root.querySelectorAll<HTMLElement>(STOPS)].some(
    (stop) =>
      isStop(stop) &&
      !from.contains(stop) &&
      (group === null || groupOf(stop) !== group) &&
      (from.compareDocumentPosition(stop) & wanted) !== 0,
  );
}

function isStop(element: HTMLElement): boolean {
  return element.getAttribute("tabindex") !== "-1" && !element.hasAttribute("disabled") && element.checkVisibility();
}

type Child = Node | string | undefined | false;

/** Attributes by name; `false` and undefined leave the attribute out, `true` sets it empty. Names that begin with `on` are listeners. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: never) => void)>>;

const SVG = "http://www.w3.org/2000/svg";

/** A tag, with classes behind points: `p.quiet`. */
type Tag<K extends string> = K | `${K}.${string}`;

/** Makes an element. Texts become text nodes: nothing is ever read as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: Tag<K>,
  ...parts: [Attributes, ...Child[]] | Child[]
): HTMLElementTagNameMap[K];
export function h(tag: string, ...parts: [Attributes, ...Child[]] | Child[]): HTMLElement;
export function h(tag: string, ...parts: [Attributes, ...Child[]] | Child[]): HTMLElement {
  const [name, ...classes] = tag.split(".");
  const own = typeof parts[0] === "object" && !(parts[0] instanceof Node) ? (parts.shift() as Attributes) : {};
  return filled(document.createElement(name!), { class: classes.join(" ") || false, ...own }, parts as Child[]);
}

/** Makes an element of a drawing. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2).toLowerCase(), value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** Puts `children` in place of whatever the element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)));
}

/** Nobody looks at a panel under another tab or another series. */
export function isInSight(element: HTMLElement): boolean {
  return element.isConnected && !element.closest("[hidden]");
}

/** Hides or shows an element. The focus that is in it when it goes moves to `heir` instead of getting lost. */
export function setHidden(element: HTMLElement, isHidden: boolean, heir: HTMLElement): void {
  if (isHidden && element.contains(document.activeElement)) heir.focus();
  element.hidden = isHidden;
}

import { attributeSpans, elements, tagsOf, type Element, type Tag } from "./tags";
import type { Replacement as Edit } from "../../sheets/formula";

/** The root of a part. */
export function rootOf(xml: string): Element {
  const [first] = tagsOf(xml);
  return elements(xml, first!.name)[0]!;
}

/** What stands before the colon of the tags of a part, with it; "" as a rule. */
export function prefixOf(xml: string): string {
  const [root] = tagsOf(xml);
  return /^<(\w+:)?/.exec(xml.slice(root!.start))?.[1] ?? "";
}

/** The elements right under another one. */
export function childrenOf(xml: string, { content }: Pick<Element, "content">): Element[] {
  const found: Element[] = [];
  for (let at = content.start; at < content.end;) {
    const [tag] = tagsOf(xml, at, content.end);
    if (!tag) break;
    const [element] = elements(xml, tag.name, tag.start, content.end);
    found.push(element!);
    at = element!.end;
  }
  return found;
}

/** Where an element belongs whose kind the root does not have yet; `order` lists the kinds as the format wants them. */
export function placeOf(xml: string, name: string, order: readonly string[]): number {
  const root = rootOf(xml);
  const behind = new Set(order.slice(order.indexOf(name) + 1));
  return childrenOf(xml, root).find(({ tag }) => behind.has(tag.name))?.tag.start ?? root.content.end;
}

/** The note of how many a list has, where it has one, made true. */
export function counted(xml: string, tag: Tag, count: number): Edit[] {
  const span = attributeSpans(xml, tag).get("count");
  return span ? [{ start: span.start, end: span.end, text: String(count) }] : [];
}

/** The elements of a kind in another element. */
export function elementsIn(xml: string, list: Pick<Element, "content"> | undefined, name: string): Element[] {
  return list ? elements(xml, name, list.content.start, list.content.end) : [];
}

export function inserted(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** Another text in the place of an element; without one it goes. */
export function replaced({ tag, end }: Element, text = ""): Edit {
  return { start: tag.start, end, text };
}

/** A tag with other attributes. */
export function retagged(xml: string, { start, end }: Tag, attributes: Parameters<typeof tagWith>[1]): Edit {
  return { start, end, text: tagWith(xml.slice(start, end), attributes) };
}

/** A part of the root written anew, or put where it belongs; `order` lists the kinds as the format wants them. */
export function partWritten(xml: string, name: string, order: readonly string[], text: string): Edit {
  const [known] = elements(xml, name);
  return known ? replaced(known, text) : inserted(placeOf(xml, name, order), text);
}

/** Items at the end of a list, which then has so many and is made where there is none. */
export function appended(xml: string, name: string, order: readonly string[], items: string, count: number): Edit[] {
  const [list] = elements(xml, name);
  if (list?.tag.kind === "open") return [...counted(xml, list.tag, count), inserted(list.content.end, items)];
  const p = prefixOf(xml);
  return [partWritten(xml, name, order, `<${p}${name} count="${count}">${items}</${p}${name}>`)];
}

/** A tag with attributes set to other values, or taken out where undefined; in a text of its own. */
export function tagWith(text: string, attributes: Readonly<Record<string, string | undefined>>): string {
  let changed = text;
  for (const [name, value] of Object.entries(attributes)) {
    const known = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    const written = value === undefined ? "" : ` ${name}="${value}"`;
    changed = known.test(changed) ? changed.replace(known, written) : changed.replace(/\s*(\/?>)$/, `${written}$1`);
  }
  return changed;
}

import { elements, textIn, unescapeCellText } from "../xml";

/** The texts that cells share, in their order. */
export function readSharedStrings(xml: string): string[] {
  return elements(xml, "si").map(({ content }) => richText(xml, content));
}

/** The text of a string item: its runs joined, what tells its pronunciation left out. */
export function richText(xml: string, within: { readonly start: number; readonly end: number }): string {
  const silent = elements(xml, "rPh", within.start, within.end);
  return elements(xml, "t", within.start, within.end)
    .filter(({ tag }) => !silent.some(({ content }) => tag.start >= content.start && tag.start < content.end))
    .map(({ content }) => unescapeCellText(textIn(xml, content)))
    .join("");
}

import { PackageFault } from "../fault";
import { unescapeXml } from "./text";

/** A tag and its place in the text. Names are told without their prefix. */
export interface Tag {
  readonly name: string;
  readonly kind: "open" | "close" | "empty";
  readonly start: number;
  /** Behind its closing bracket. */
  readonly end: number;
}

/** An attribute's value and where it stands, without the quotation marks. */
export interface AttributeSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The tags of a text from a place on, in order; comments, instructions and CDATA are passed over. Throws a `PackageFault`. */
export function* tagsOf(xml: string, from = 0, to = xml.length): Generator<Tag> {
  for (let at = xml.indexOf("<", from); at >= 0 && at < to;) {
    const skipped = skip(xml, at);
    if (skipped !== undefined) {
      at = xml.indexOf("<", skipped);
      continue;
    }
    const end = endOf(xml, at);
    const isClose = xml[at + 1] === "/";
    const kind = isClose ? "close" : xml[end - 2] === "/" ? "empty" : "open";
    yield { name: localName(xml, at + (isClose ? 2 : 1)), kind, start: at, end };
    at = xml.indexOf("<", end);
  }
}

/** Where what is no tag ends: a comment, CDATA, an instruction; undefined for a tag. */
export function skip(xml: string, at: number): number | undefined {
  const second = xml[at + 1];
  if (second !== "!" && second !== "?") return undefined;
  const close =
    second === "?" ? "?>" : xml.startsWith("<!--", at) ? "-->" : xml.startsWith("<![CDATA[", at) ? "]]>" : ">";
  const end = xml.indexOf(close, at + 2);
  if (end < 0) throw new PackageFault("damaged", "a part breaks off");
  return end + close.length;
}

/** Behind the bracket that closes a tag; one in quotation marks does not. */
export function endOf(xml: string, start: number): number {
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml.charCodeAt(at);
    if (character === 62) return at + 1;
    if (character === 34 || character === 39) {
      at = xml.indexOf(xml[at]!, at + 1);
      if (at < 0) break;
    }
  }
  throw new PackageFault("damaged", "a part breaks off");
}

const TAG = /<\/?[^\s<>/"'=]+(?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/y;

/** The same for a tag into which something may be written: one that is not well formed would be torn apart. */
export function wellFormedEndOf(xml: string, start: number): number {
  // Most tags of a sheet are a letter alone: `<v>`, `</c>`.
  const letter = xml.charCodeAt(start + 1) === 47 ? start + 2 : start + 1;
  if (xml.charCodeAt(letter + 1) === 62 && isLetter(xml.charCodeAt(letter))) return letter + 2;
  TAG.lastIndex = start;
  if (!TAG.test(xml)) throw new PackageFault("damaged", "a tag of a sheet is not well formed");
  return TAG.lastIndex;
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function localName(xml: string, from: number): string {
  let start = from;
  let at = from;
  for (; at < xml.length; at++) {
    const character = xml.charCodeAt(at);
    if (character === 58) start = at + 1;
    // Blank, slash or bracket.
    else if (character <= 32 || character === 47 || character === 62) break;
  }
  return xml.slice(start, at);
}

/** Names of one letter, as they open and as they close an element, by the letter's code. */
const LETTERS = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return [letter, `/${letter}`] as const;
});

/** The name of the tag at a place, with its slash when it closes, without the prefix; "" for one of another prefix. */
export function nameAt(xml: string, at: number, prefix: string): string {
  let from = at + 1;
  const slash = xml[from] === "/" ? "/" : "";
  from += slash.length;
  if (prefix !== "") {
    if (!xml.startsWith(prefix, from)) return "";
    from += prefix.length;
  }
  let end = from;
  for (let code = xml.charCodeAt(end); code > 32 && code !== 47 && code !== 62; code = xml.charCodeAt(end)) end++;
  // Nearly all names are a letter; of those none is made anew.
  const letter = end === from + 1 ? LETTERS[xml.charCodeAt(from)] : undefined;
  return letter ? letter[slash.length]! : slash + xml.slice(from, end);
}

const ATTRIBUTE = /\s([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A tag's attributes by their names without prefix, as they stand in the text. */
export function attributeSpans(xml: string, { start, end }: Pick<Tag, "start" | "end">): Map<string, AttributeSpan> {
  const text = xml.slice(start, end);
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map((match) => {
      const [whole, name = "", double, single = ""] = match;
      const raw = double ?? single;
      const valueEnd = start + match.index + whole.length - 1;
      return [
        name.slice(name.indexOf(":") + 1),
        { text: unescapeXml(raw), start: valueEnd - raw.length, end: valueEnd },
      ];
    }),
  );
}

/** One attribute without its prefix; quicker than reading all of them: a sheet has half a million tags of cells. */
export function attribute(xml: string, start: number, end: number, name: string): string | undefined {
  for (let at = xml.indexOf(name, start + 2); at >= 0 && at < end; at = xml.indexOf(name, at + 1)) {
    if (xml.charCodeAt(at - 1) > 32) continue;
    const quote = xml[at + name.length + 1];
    if (xml[at + name.length] === "=" && (quote === '"' || quote === "'")) {
      const from = at + name.length + 2;
      return xml.slice(from, xml.indexOf(quote, from));
    }
    return attributesOf(xml, { start, end })[name];
  }
  return undefined;
}

/** A tag's attributes by their names without prefix. */
export function attributesOf(xml: string, tag: Pick<Tag, "start" | "end">): Readonly<Record<string, string>> {
  return Object.fromEntries([...attributeSpans(xml, tag)].map(([name, { text }]) => [name, text]));
}

/** An element: its first tag's attributes, where it stands, and where its content does. */
export interface Element {
  readonly tag: Tag;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: { readonly start: number; readonly end: number };
  readonly end: number;
}

/** Every element of a name, outermost ones of that name only. */
export function elements(xml: string, name: string, from = 0, to = xml.length): Element[] {
  const found: Element[] = [];
  let open: Tag | undefined;
  let depth = 0;
  for (const tag of tagsOf(xml, from, to)) {
    if (tag.name !== name) continue;
    if (tag.kind === "empty") {
      if (depth === 0) found.push(elementOf(xml, tag, { start: tag.end, end: tag.end }, tag.end));
    } else if (tag.kind === "open") {
      if (depth++ === 0) open = tag;
    } else if (--depth === 0) {
      found.push(elementOf(xml, open!, { start: open!.end, end: tag.start }, tag.end));
    }
  }
  if (depth !== 0) throw new PackageFault("damaged", `<${name}> is not closed`);
  return found;
}

function elementOf(xml: string, tag: Tag, content: Element["content"], end: number): Element {
  return { tag, attributes: attributesOf(xml, tag), content, end };
}

/** The text in a stretch of XML: CDATA as it stands, the rest as it is meant, without tags and comments. */
export function textIn(xml: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const raw = xml.slice(start, end);
  if (!raw.includes("<")) return unescapeXml(raw);
  return raw
    .split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<[^>]*>)/)
    .map((piece) =>
      piece.startsWith("<![CDATA[") ? piece.slice(9, -3) : piece.startsWith("<") ? "" : unescapeXml(piece),
    )
    .join("");
}

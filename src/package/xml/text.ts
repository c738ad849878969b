import { PackageFault } from "../fault";

const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const ENCODER = new TextEncoder();

/** A part of a file as text; a byte order mark and line ends stay, so that encoding it gives the same bytes. */
export function decode(bytes: Uint8Array, name: string): string {
  try {
    const text = DECODER.decode(bytes);
    if (/^\uFEFF?\s*<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/i.test(text)) throw new TypeError();
    if (text.includes("<!DOCTYPE")) throw new PackageFault("doctype", name);
    return text;
  } catch (error) {
    throw error instanceof PackageFault ? error : new PackageFault("encoding", name);
  }
}

export function encode(text: string): Uint8Array {
  return ENCODER.encode(text);
}

const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text between tags or in an attribute as it is meant. */
export function unescapeXml(text: string): string {
  return text.includes("&")
    ? text.replace(ENTITY, (_, hex?: string, decimal?: string, name?: string) =>
        name ? NAMED[name.toLowerCase()]! : characterOf(hex ? parseInt(hex, 16) : Number(decimal)),
      )
    : text;
}

function characterOf(code: number): string {
  if (code > 0x10ffff) throw new PackageFault("damaged", `there is no character ${code}`);
  return String.fromCodePoint(code);
}

const SPECIAL: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as it may stand between tags or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => SPECIAL[character]!);
}

/** What XML cannot hold, and letters that would read as such a mark, as spreadsheets write it: _x0008_. */
export function escapeCellText(text: string): string {
  const marked = text.replace(
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\r]|_(?=x[0-9a-f]{4}_)/gi,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
  return escapeXml(marked);
}

/** The text of a cell as Excel shows it. */
export function unescapeCellText(text: string): string {
  const plain = unescapeXml(text);
  return plain.includes("_x")
    ? plain.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : plain;
}

import { PackageFault } from "../fault";
import { decode, encode } from "../xml";
import { Archive } from "../zip/archive";
import { XML_HEAD } from "./formats";
import { readRelationships, relationshipsMarkup, relationshipsPart, type Relationship } from "./relationships";

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const CONTENT_TYPES = "[Content_Types].xml";

/** A larger file is no workbook that people send around. */
const MOST_BYTES = 200_000_000;

/** A saved workbook as parts with texts: read, changed in memory, written back with every other part as it was. */
export class Spreadsheet {
  private readonly texts = new Map<string, string>();
  private readonly changed = new Map<string, string>();
  private readonly removed = new Set<string>();

  private constructor(
    private readonly archive: Archive,
    /** The workbook's own part, such as `xl/workbook.xml`. */
    readonly workbook: string,
  ) {}

  /** Throws a `PackageFault` for what is no workbook, or one that cannot be written back without hurting it. */
  static read(bytes: Uint8Array): Spreadsheet {
    refuseOtherFiles(bytes);
    const archive = Archive.read(bytes);
    if (!archive.has(CONTENT_TYPES)) throw new PackageFault("not-a-workbook");
    const root = readRelationships(decode(archive.content("_rels/.rels"), "_rels/.rels"), "");
    const main = root.find(({ type }) => type === "officeDocument");
    if (!main || !archive.has(main.target)) throw new PackageFault("not-a-workbook");
    if (root.some(({ uri }) => uri.includes("digital-signature"))) throw new PackageFault("signed");
    if (main.uri.includes("purl.oclc.org")) throw new PackageFault("strict");
    const type = contentTypeOf(decode(archive.content(CONTENT_TYPES), CONTENT_TYPES), main.target);
    if (type.includes("binary")) throw new PackageFault("binary-format");
    if (!/spreadsheetml|ms-excel/.test(type)) throw new PackageFault("not-a-workbook");
    return new Spreadsheet(archive, main.target);
  }

  get parts(): string[] {
    return [...new Set([...this.archive.names, ...this.changed.keys()])].filter((part) => this.has(part));
  }

  /** The parts whose content is another than in the file. */
  get changedParts(): string[] {
    return [...this.changed.keys()];
  }

  has(part: string): boolean {
    return (this.archive.has(part) && !this.removed.has(part)) || this.changed.has(part);
  }

  /** A part's bytes as the file has them. */
  content(part: string): Uint8Array {
    return this.archive.content(part);
  }

  text(part: string): string {
    return this.changed.get(part) ?? this.original(part);
  }

  /** A part's text as the file has it. */
  private original(part: string): string {
    let text = this.texts.get(part);
    if (text === undefined) this.texts.set(part, (text = decode(this.archive.content(part), part)));
    return text;
  }

  setText(part: string, text: string): void {
    if (this.archive.has(part) && text === this.original(part)) this.changed.delete(part);
    else this.changed.set(part, text);
  }

  /** Adds a part of a type, related from another part; gives the id of that relationship. */
  add(part: string, text: string, from: string, relationship: string, contentType?: string): string {
    this.setText(part, text);
    if (contentType)
      this.append(CONTENT_TYPES, `<Override PartName="/${part}" ContentType="${contentType}"/>`, "Types");
    const rels = relationshipsPart(from);
    if (!this.has(rels)) this.setText(rels, XML_HEAD + relationshipsMarkup());
    const taken = new Set(readRelationships(this.text(rels), from).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const target = `/${part}`;
    this.append(rels, `<Relationship Id="rId${number}" Type="${relationship}" Target="${target}"/>`, "Relationships");
    return `rId${number}`;
  }

  /** Takes a part out, what says that another part refers to it, and the parts that nothing else refers to. */
  remove(part: string, from: string): void {
    const { id } = this.relationships(from).find(({ target }) => target === part) ?? {};
    if (id === undefined) return;
    this.drop(relationshipsPart(from), new RegExp(`<(?:\\w+:)?Relationship\\s[^>]*\\bId="${id}"[^>]*/>`));
    this.discard(part);
  }

  /** Takes out the part that lists the cells with formulas, for when they come or go; Excel makes it anew. */
  forgetCalculationOrder(): void {
    const chain = this.related(this.workbook, "calcChain");
    if (chain !== undefined) this.remove(chain, this.workbook);
  }

  private discard(part: string): void {
    const own = this.relationships(part).filter(({ isExternal }) => !isExternal);
    this.drop(CONTENT_TYPES, new RegExp(`<(?:\\w+:)?Override\\s[^>]*PartName="/${escaped(part)}"[^>]*/>`, "i"));
    for (const gone of [part, relationshipsPart(part)]) {
      this.changed.delete(gone);
      this.removed.add(gone);
    }
    for (const { target } of own) if (this.has(target) && !this.isReferred(target)) this.discard(target);
  }

  private isReferred(part: string): boolean {
    return this.parts
      .filter((one) => one.endsWith(".rels"))
      .some((rels) => {
        const from = rels.replace(/_rels\/([^/]*)\.rels$/, "$1");
        return readRelationships(this.text(rels), from).some(({ target }) => target === part);
      });
  }

  private drop(part: string, pattern: RegExp): void {
    this.setText(part, this.text(part).replace(pattern, ""));
  }

  /** What a part refers to; "" for the whole file. */
  relationships(part: string): Relationship[] {
    const rels = part === "" ? "_rels/.rels" : relationshipsPart(part);
    return this.has(rels) ? readRelationships(this.text(rels), part) : [];
  }

  /** The parts that a part refers to by a type of relationship, as far as the file has them. */
  allRelated(part: string, type: string): string[] {
    const found = this.relationships(part).filter(
      (one) => one.type === type && !one.isExternal && this.has(one.target),
    );
    return found.map(({ target }) => target);
  }

  /** The first of them. */
  related(part: string, type: string): string | undefined {
    return this.allRelated(part, type)[0];
  }

  /** The file; the very same bytes where nothing was changed. */
  bytes(): Uint8Array {
    const changes: [string, Uint8Array | null][] = [
      ...[...this.removed]
        .filter((part) => this.archive.has(part))
        .map((part): [string, null] => [this.nameOf(part), null]),
      ...[...this.changed].map(([part, text]): [string, Uint8Array] => [this.nameOf(part), encode(text)]),
    ];
    return this.archive.with(new Map(changes));
  }

  private nameOf(part: string): string {
    return this.archive.names.find((name) => name.toLowerCase() === part.toLowerCase()) ?? part;
  }

  /** Puts markup before the closing tag of a part's root; an empty root is opened for it. */
  private append(part: string, markup: string, root: string): void {
    const text = this.text(part);
    const close = new RegExp(`</(?:\\w+:)?${root}\\s*>\\s*$`).exec(text);
    if (close) this.setText(part, text.slice(0, close.index) + markup + text.slice(close.index));
    else this.setText(part, text.replace(/\/>\s*$/, `>${markup}</${root}>`));
  }
}

/** A part's name for use in a pattern. */
function escaped(part: string): string {
  return part.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
}

function refuseOtherFiles(bytes: Uint8Array): void {
  const begins = (mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);
  // Excel's old format and an encrypted workbook are both compound files; only the second one holds a package.
  if (begins(COMPOUND_FILE)) throw new PackageFault(holdsPackage(bytes) ? "encrypted" : "old-format");
  if (!begins(ZIP)) throw new PackageFault("not-a-workbook");
  if (bytes.length > MOST_BYTES) throw new PackageFault("too-large");
}

/** Whether the directory of a compound file names an encrypted package (in UTF-16). */
function holdsPackage(bytes: Uint8Array): boolean {
  const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1))
    if (name.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

function contentTypeOf(xml: string, part: string): string {
  const overrides = new RegExp(`<[^>]*PartName="/${escaped(part)}"[^>]*>`, "i").exec(xml)?.[0];
  const byEnding = new RegExp(`<[^>]*Extension="${part.slice(part.lastIndexOf(".") + 1)}"[^>]*>`, "i").exec(xml)?.[0];
  return /ContentType="([^"]*)"/.exec(overrides ?? byEnding ?? "")?.[1] ?? "";
}

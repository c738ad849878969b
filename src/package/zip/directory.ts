import { PackageFault } from "../fault";

/** An entry of an archive: where its bytes stand and what the directory says of it. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** Where its own header begins, and where the bytes that belong to it end. */
  readonly start: number;
  readonly end: number;
  /** Its compressed content. */
  readonly dataStart: number;
  readonly dataEnd: number;
  /** Its record in the directory, and where in that record its place in the archive stands. */
  readonly record: Uint8Array;
  readonly placeAt: number;
  readonly placeBytes: 4 | 8;
}

/** The directory at an archive's end. */
export interface Directory {
  readonly entries: readonly Entry[];
  readonly start: number;
  readonly end: number;
  /** Where the record of the end begins; with the 64-bit record, if there is one, before it. */
  readonly tail: number;
  readonly tail64: number | undefined;
}

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const LONGEST_COMMENT = 0xffff;

const STORED = 0;
const DEFLATED = 8;
const IS_ENCRYPTED = 1;
export const HAS_DESCRIPTOR = 8;
const ABSENT = 0xffffffff;
export const EXTRA_64 = 1;

const NAMES = new TextDecoder();

/**
 * Reads the directory of a zip archive and holds it against the headers of the entries. Throws a `PackageFault` for what
 * is no archive, is broken off or contradicts itself.
 */
export function readDirectory(bytes: Uint8Array): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = findEnd(bytes, view);
  const end64 = readEnd64(view, tail);
  const { count, size, start } = end64 ?? {
    count: view.getUint16(tail + 10, true),
    size: view.getUint32(tail + 12, true),
    start: view.getUint32(tail + 16, true),
  };
  if (view.getUint16(tail + 4, true) !== 0) throw new PackageFault("damaged", "it is one part of several");
  const end = start + size;
  if (end !== (end64?.at ?? tail)) throw new PackageFault("damaged", "its directory does not end where it should");
  const found = readRecords(bytes, view, start, end);
  if (found.length !== count) throw new PackageFault("damaged", `${found.length} entries instead of ${count}`);
  return { entries: withEnds(bytes, view, found, start), start, end, tail, tail64: end64?.at };
}

function findEnd(bytes: Uint8Array, view: DataView): number {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END && at + END_BYTES + view.getUint16(at + 20, true) === bytes.length) return at;
  throw new PackageFault("damaged", "it has no directory at its end");
}

function readEnd64(view: DataView, tail: number) {
  const locator = tail - LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return undefined;
  const at = long(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END_64)
    throw new PackageFault("damaged", "its directory is not where it should be");
  return { at, count: long(view, at + 32), size: long(view, at + 40), start: long(view, at + 48) };
}

type Located = Omit<Entry, "end" | "dataStart" | "dataEnd"> & { readonly packed: number; readonly flags: number };

function readRecords(bytes: Uint8Array, view: DataView, start: number, end: number): Located[] {
  const found: Located[] = [];
  for (let at = start; at < end;) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL)
      throw new PackageFault("damaged", "its directory breaks off");
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + CENTRAL_BYTES + nameBytes! + extraBytes! + commentBytes!;
    if (next > end) throw new PackageFault("damaged", "its directory breaks off");
    found.push(readRecord(bytes.subarray(at, next), nameBytes!, extraBytes!));
    at = next;
  }
  const names = new Set(found.map(({ name }) => name.toLowerCase()));
  if (names.size !== found.length) throw new PackageFault("damaged", "two of its entries have one name");
  return found;
}

function readRecord(record: Uint8Array, nameBytes: number, extraBytes: number): Located {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const name = NAMES.decode(record.subarray(CENTRAL_BYTES, CENTRAL_BYTES + nameBytes));
  const flags = view.getUint16(8, true);
  const method = view.getUint16(10, true);
  if (flags & IS_ENCRYPTED) throw new PackageFault("encrypted");
  if (method !== STORED && method !== DEFLATED)
    throw new PackageFault("damaged", `${name} is packed in a way that workbooks are not`);
  const short = { size: view.getUint32(24, true), packed: view.getUint32(20, true), start: view.getUint32(42, true) };
  const place = { placeAt: 42, placeBytes: 4 as 4 | 8 };
  let at = findExtra(view, CENTRAL_BYTES + nameBytes, extraBytes, EXTRA_64);
  for (const field of ["size", "packed", "start"] as const) {
    if (short[field] !== ABSENT) continue;
    if (at === undefined || at + 8 > record.length) throw new PackageFault("damaged", `${name} has no size`);
    short[field] = long(view, at);
    if (field === "start") Object.assign(place, { placeAt: at, placeBytes: 8 });
    at += 8;
  }
  return { name, flags, method, crc: view.getUint32(16, true), record, ...short, ...place };
}

/** Where the content of an extra field begins; undefined when there is none of that kind. */
function findExtra(view: DataView, from: number, bytes: number, kind: number): number | undefined {
  for (let at = from; at + 4 <= from + bytes; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === kind) return at + 4;
  return undefined;
}

/**
 * Everything from an entry's header to the next one, the directory at the latest, belongs to it, whatever the writer put
 * behind its content.
 */
function withEnds(bytes: Uint8Array, view: DataView, found: readonly Located[], directory: number): Entry[] {
  const byPlace = [...found].sort((a, b) => a.start - b.start);
  const ends = new Map(byPlace.map((entry, i) => [entry, Math.min(byPlace[i + 1]?.start ?? directory, directory)]));
  return found.map((entry) => {
    const end = ends.get(entry)!;
    const dataStart = checkHeader(bytes, view, entry, end);
    const { packed, ...rest } = entry;
    if (dataStart + packed > end) throw new PackageFault("damaged", `${entry.name} breaks off`);
    return { ...rest, end, dataStart, dataEnd: dataStart + packed };
  });
}

/** Where the content begins, when the entry's own header says the same as the directory. */
function checkHeader(
  bytes: Uint8Array,
  view: DataView,
  { name, start, method, flags, crc, packed, size }: Located,
  end: number,
): number {
  const wrong = () => new PackageFault("damaged", `${name} is not where the directory says`);
  if (start + LOCAL_BYTES > end || view.getUint32(start, true) !== LOCAL) throw wrong();
  const nameEnd = start + LOCAL_BYTES + view.getUint16(start + 26, true);
  if (nameEnd > end || NAMES.decode(bytes.subarray(start + LOCAL_BYTES, nameEnd)) !== name) throw wrong();
  if (view.getUint16(start + 6, true) !== flags || view.getUint16(start + 8, true) !== method) throw wrong();
  const says = (offset: number, value: number) => [value, ABSENT].includes(view.getUint32(start + offset, true));
  if (!(flags & HAS_DESCRIPTOR) && !(says(14, crc) && says(18, packed) && says(22, size))) throw wrong();
  return nameEnd + view.getUint16(start + 28, true);
}

/** A number of 64 bits; no file here needs more than 53. */
function long(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

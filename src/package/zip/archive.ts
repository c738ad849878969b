import { deflateSync, inflateSync } from "fflate";
import { PackageFault } from "../fault";
import { crc32 } from "./crc32";
import { CENTRAL, EXTRA_64, HAS_DESCRIPTOR, LOCAL, readDirectory, type Directory, type Entry } from "./directory";

/** What all entries of a file may hold together when unpacked. */
const MOST_BYTES = 1_000_000_000;

const STORED = 0;
const DEFLATED = 8;
const IS_UTF8 = 0x800;
/** The first of January 1980, the date that Excel writes; new entries need some date that is always the same. */
const FIRST_DAY = 0x0021;

/** Text that is read right after it was checked; of pictures and the like only the check matters. */
const IS_TEXT = /\.(?:xml|rels)$/i;

/** A zip archive in memory. Entries that nobody changes are written back exactly as they were. */
export class Archive {
  private readonly entries: ReadonlyMap<string, Entry>;
  /** What was unpacked to be checked and is not asked for yet. */
  private readonly checked = new Map<string, Uint8Array>();

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly directory: Directory,
  ) {
    this.entries = new Map(directory.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** Throws a `PackageFault` unless every entry can be unpacked and has the check sum that it should have. */
  static read(given: Uint8Array): Archive {
    // Node's own buffers are arrays whose slices share their memory.
    const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    const archive = new Archive(bytes, readDirectory(bytes));
    const { entries } = archive.directory;
    if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) throw new PackageFault("too-large");
    for (const { name } of entries) {
      const content = archive.content(name);
      if (IS_TEXT.test(name)) archive.checked.set(name, content);
    }
    return archive;
  }

  get names(): string[] {
    return this.directory.entries.map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The unpacked content of an entry; names are compared without case. Throws a `PackageFault`. */
  content(name: string): Uint8Array {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new PackageFault("damaged", `${name} is missing`);
    const checked = this.checked.get(entry.name);
    if (checked) {
      this.checked.delete(entry.name);
      return checked;
    }
    const content = this.unpacked(entry);
    if (content.length !== entry.size || crc32(content) !== entry.crc)
      throw new PackageFault("damaged", `${name} has a wrong check sum`);
    return content;
  }

  /** The archive with some entries' content changed, others added or, as `null`, left out; without a change, the very same bytes. */
  with(changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
    if (changes.size === 0) return this.bytes;
    const left = new Map([...changes].map(([name, content]) => [name.toLowerCase(), { name, content }]));
    const segments: Uint8Array[] = [];
    const records: Uint8Array[] = [];
    let position = 0;
    const put = (header: Uint8Array, record: Uint8Array) => {
      segments.push(header);
      records.push(record);
      position += header.length;
    };
    const lead = Math.min(...this.directory.entries.map(({ start }) => start), this.directory.start);
    segments.push(this.bytes.subarray(0, lead));
    position += lead;
    for (const entry of [...this.directory.entries].sort((a, b) => a.start - b.start)) {
      const change = left.get(entry.name.toLowerCase());
      left.delete(entry.name.toLowerCase());
      if (change?.content === null) continue;
      if (change) put(...rewritten(this.bytes, entry, change.content, position));
      else put(this.bytes.subarray(entry.start, entry.end), moved(entry, position));
    }
    for (const { name, content } of left.values()) if (content) put(...created(name, content, position));
    return joined([...segments, ...records, this.tail(records, position)]);
  }

  private unpacked({ name, method, size, dataStart, dataEnd }: Entry): Uint8Array {
    const data = this.bytes.subarray(dataStart, dataEnd);
    if (method === STORED) return data;
    try {
      return inflateSync(data, { out: new Uint8Array(size) });
    } catch {
      throw new PackageFault("damaged", `${name} cannot be unpacked`);
    }
  }

  /** The records that close the archive, for another directory. */
  private tail(records: readonly Uint8Array[], start: number): Uint8Array {
    const { end, tail, tail64 } = this.directory;
    const bytes = this.bytes.slice(end);
    const view = new DataView(bytes.buffer);
    const size = records.reduce((sum, { length }) => sum + length, 0);
    if (tail64 !== undefined) {
      for (const at of [24, 32]) setLong(view, at, records.length);
      setLong(view, 40, size);
      setLong(view, 48, start);
      setLong(view, tail - end - 20 + 8, start + size);
    }
    const at = tail - end;
    for (const offset of [8, 10]) keepOrSet(view, at + offset, 2, records.length);
    keepOrSet(view, at + 12, 4, size);
    keepOrSet(view, at + 16, 4, start);
    return bytes;
  }
}

/** A field that points to its 64-bit twin stays as it is. */
function keepOrSet(view: DataView, at: number, bytes: 2 | 4, value: number): void {
  if (bytes === 2 && view.getUint16(at, true) !== 0xffff) view.setUint16(at, value, true);
  if (bytes === 4 && view.getUint32(at, true) !== 0xffffffff) view.setUint32(at, value, true);
}

/** The directory's record of an entry that stands elsewhere now. */
function moved({ record, placeAt, placeBytes }: Entry, position: number): Uint8Array {
  const copy = record.slice();
  const view = new DataView(copy.buffer);
  if (placeBytes === 8) setLong(view, placeAt, position);
  else view.setUint32(placeAt, position, true);
  return copy;
}

/** Header with content, and record, of an entry with other content; name, dates and attributes stay. */
function rewritten(bytes: Uint8Array, entry: Entry, content: Uint8Array, position: number): [Uint8Array, Uint8Array] {
  const old = new DataView(bytes.buffer, bytes.byteOffset + entry.start, 30);
  const name = bytes.subarray(entry.start + 30, entry.start + 30 + old.getUint16(26, true));
  const record = new DataView(entry.record.buffer, entry.record.byteOffset, entry.record.byteLength);
  const extra = entry.record.subarray(46 + name.length, 46 + name.length + record.getUint16(30, true));
  const comment = entry.record.subarray(46 + name.length + extra.length);
  const kept = {
    version: old.getUint16(4, true),
    flags: old.getUint16(6, true) & ~HAS_DESCRIPTOR,
    time: old.getUint16(10, true),
    date: old.getUint16(12, true),
    madeBy: record.getUint16(4, true),
    internal: record.getUint16(36, true),
    external: record.getUint32(38, true),
    extra: without64(extra),
    comment,
  };
  return entryOf(name, kept, content, position);
}

function created(name: string, content: Uint8Array, position: number): [Uint8Array, Uint8Array] {
  const [version, none] = [20, new Uint8Array()];
  const numbers = { version, flags: IS_UTF8, time: 0, date: FIRST_DAY, madeBy: version, internal: 0, external: 0 };
  return entryOf(new TextEncoder().encode(name), { ...numbers, extra: none, comment: none }, content, position);
}

/** What an entry's header and record say besides its name, its size and its place. */
type Said = Readonly<
  Record<"version" | "flags" | "time" | "date" | "madeBy" | "internal" | "external", number> &
    Record<"extra" | "comment", Uint8Array>
>;

function entryOf(name: Uint8Array, said: Said, content: Uint8Array, position: number): [Uint8Array, Uint8Array] {
  const { version, flags, time, date, madeBy, internal, external, extra, comment } = said;
  // Excel packs quickly rather than tightly too.
  const data = deflateSync(content, { level: 1 });
  const common = fields([2, version], [2, flags], [2, DEFLATED], [2, time], [2, date], [4, crc32(content)]);
  const sizes = fields([4, data.length], [4, content.length], [2, name.length]);
  return [
    joined([fields([4, LOCAL]), common, sizes, fields([2, 0]), name, data]),
    joined([
      fields([4, CENTRAL], [2, madeBy]),
      common,
      sizes,
      fields([2, extra.length], [2, comment.length], [2, 0], [2, internal], [4, external], [4, position]),
      name,
      extra,
      comment,
    ]),
  ];
}

/** Extra fields but the one with sizes of 64 bits, which no longer holds. */
function without64(extra: Uint8Array): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 4 <= extra.length;) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== EXTRA_64) kept.push(extra.subarray(at, next));
    at = next;
  }
  return joined(kept);
}

function fields(...parts: readonly (readonly [2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [length, value] of parts) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function setLong(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

import { strToU8, zipSync } from "fflate";
import { PackageFault, SavedWorkbook } from "../../../src/package";
import type { Chance } from "../random";
import { mutated } from "../mutate";
import { must, taken, type Target } from "../target";
import tried from "./tried.json";
import { WORKBOOKS } from "./workbooks";

const isFault = (error: unknown) => error instanceof PackageFault;

/** Between parts, and between a part's name and its content. */
const [PART, CONTENT] = ["\u0001", "\u0002"];

const EARLIEST = new Date(1980, 0, 1);

function packed(parts: readonly (readonly [name: string, content?: string])[], level: 0 | 6): Uint8Array {
  return zipSync(
    Object.fromEntries(parts.map(([name, content = ""]) => [name, [strToU8(content), { level, mtime: EARLIEST }]])),
  );
}

function requireReadable(bytes: Uint8Array): void {
  const book = SavedWorkbook.read(bytes);
  must(Buffer.compare(book.bytes(), bytes) === 0, "a file to which nothing was done is another one");
  const formulas = [...book.scan.orebookFormulas()];
  for (const { sheet, row, column } of formulas) book.patch(sheet.id).freeze({ row, column, value: 7 });
  const frozen = SavedWorkbook.read(book.bytes()).scan;
  for (const { sheet, row, column } of formulas)
    must(
      frozen.sheetNamed(sheet.name)?.value(row, column) === 7 &&
        frozen.sheetNamed(sheet.name)?.formula(row, column) === undefined,
      "a value that took the place of a formula is not there",
    );
}

/** A workbook by its parts: XML that is damaged somewhere. */
export const xlsx: Target = () => ({
  seeds: WORKBOOKS.map((parts) =>
    Object.entries(parts)
      .map(([name, content]) => name + CONTENT + content)
      .join(PART),
  ),
  words: tried.xml.words,
  mutate: changedPart,
  read: (input) => {
    const parts = input.split(PART).map((part) => part.split(CONTENT) as [string, string?]);
    const bytes = packed(parts, 0);
    return taken(() => requireReadable(bytes), isFault);
  },
});

function changedPart(input: string, other: string, chance: Chance): string {
  const parts = input.split(PART);
  const at = chance.below(parts.length);
  const others = other.split(PART);
  parts[at] = mutated(parts[at]!, chance.of(others), tried.xml.words, chance).replaceAll(PART, "");
  return parts.join(PART);
}

/** A file by its bytes. */
export const zip: Target = () => ({
  seeds: WORKBOOKS.slice(0, 2).map((parts) => Buffer.from(packed(Object.entries(parts), 6)).toString("latin1")),
  ...tried.zip,
  read: (input) => taken(() => requireReadable(new Uint8Array(Buffer.from(input, "latin1"))), isFault),
});

import { strToU8 } from "fflate";
import { PackageFault, SavedWorkbook, type FaultKind } from "../../src/package";
import { fileOf, relationships, type WorkbookSource } from "./build";

const SHEETS = [{ name: "S", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }];
const book = (more: Partial<WorkbookSource> = {}) => fileOf({ sheets: SHEETS, ...more });
const part = (name: string, content: string | Uint8Array) => book({ parts: { [name]: content } });

/** What Excel before 2007 wrote, and what it makes of a workbook that asks for a password. */
const compound = (directory: string) =>
  Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(directory, "utf16le"));

const SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';
const SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";

const damaged = () => {
  const file = book({ stored: true });
  const at = Buffer.from(file).indexOf("<sheetData>");
  file[at + 1] = 0x53;
  return file;
};

/** Its directory says that the first two entries stand far behind the end of the file. */
const far = () => {
  const file = Buffer.from(book());
  const first = file.indexOf("PK\x01\x02");
  for (const [at, place] of [
    [first, 0x10000000],
    [file.indexOf("PK\x01\x02", first + 1), 0x20000000],
  ] as const)
    file.writeUInt32LE(place, at + 42);
  return new Uint8Array(file);
};

test.each<[FaultKind, string, () => Uint8Array]>([
  ["not-a-workbook", "a text", () => strToU8("Metal,2024\ncopper,1\n")],
  ["not-a-workbook", "nothing", () => new Uint8Array()],
  [
    "not-a-workbook",
    "a letter",
    () => book({ type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" }),
  ],
  ["old-format", "an .xls", () => compound("Workbook")],
  ["encrypted", "a workbook behind a password", () => compound("EncryptedPackage")],
  ["binary-format", "an .xlsb", () => book({ type: "application/vnd.ms-excel.sheet.binary.macroEnabled.main" })],
  ["strict", "the Strict variant", () => part("_rels/.rels", relationships([[STRICT, "xl/workbook.xml"]]))],
  ["signed", "a signed one", () => book({ rootRelations: [[SIGNATURE, "_xmlsignatures/origin.sigs"]] })],
  ["doctype", "a DTD", () => part("xl/worksheets/sheet1.xml", `<!DOCTYPE worksheet [<!ENTITY a "b">]>${SHEET}`)],
  ["encoding", "UTF-16", () => part("xl/worksheets/sheet1.xml", Buffer.from(`\ufeff${SHEET}`, "utf16le"))],
  ["damaged", "a bit that is another", damaged],
  ["damaged", "entries behind its end", far],
])("refuses %s: %s", (kind, _, file) => {
  let fault: unknown;
  try {
    SavedWorkbook.read(file()).bytes();
  } catch (error) {
    fault = error;
  }
  expect(fault).toBeInstanceOf(PackageFault);
  expect((fault as PackageFault).kind).toBe(kind);
});

test("one with macros is taken", () => {
  const type = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
  const file = book({ type, parts: { "xl/vbaProject.bin": Uint8Array.of(1, 2, 3) } });
  expect(SavedWorkbook.read(file).bytes()).toEqual(file);
});

import { strToU8, zipSync, type Zippable } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export interface SheetSource {
  readonly name: string;
  /** What stands in `sheetData`; or the whole part, when it begins with a bracket of its own root. */
  readonly rows: string;
  readonly state?: "hidden" | "veryHidden";
  /** What follows the cells: validations, drawings, protection. */
  readonly after?: string;
  readonly before?: string;
  /** Relationships of its own: type's last word, target as seen from the sheet. */
  readonly relations?: readonly (readonly [type: string, target: string])[];
}

export interface WorkbookSource {
  readonly sheets: readonly SheetSource[];
  readonly strings?: readonly string[];
  /** `<definedName …>…</definedName>` */
  readonly names?: string;
  readonly is1904?: boolean;
  /** Further parts, by their names in the archive. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly relations?: readonly (readonly [type: string, target: string])[];
  readonly rootRelations?: readonly (readonly [type: string, target: string])[];
  readonly types?: Readonly<Record<string, string>>;
  /** The type of the workbook's own part. */
  readonly type?: string;
  /** Leaves entries unpacked, as some writers do. */
  readonly stored?: boolean;
}

const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** As the clock on the wall shows it, as zip has it: the same bytes in every time zone. */
const EARLIEST = new Date(1980, 0, 1);

/** A workbook as a file, written by hand so that each test says what stands in it. */
export function fileOf(source: WorkbookSource): Uint8Array {
  const { sheets, strings, names = "", is1904 = false, parts = {}, types = {}, stored = false } = source;
  const relations: (readonly [string, string])[] = [
    ...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
    ...(strings ? [["sharedStrings", "sharedStrings.xml"] as const] : []),
    ...(source.relations ?? []),
  ];
  const overrides: Record<string, string> = {
    "xl/workbook.xml": source.type ?? `${TYPES}.sheet.main+xml`,
    ...Object.fromEntries(sheets.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, `${TYPES}.worksheet+xml`])),
    ...types,
  };
  const all: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
      overrides,
    )
      .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
      .join("")}</Types>`,
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"], ...(source.rootRelations ?? [])]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name}" sheetId="${i + 5}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`,
      )
      .join(
        "",
      )}</sheets>${names === "" ? "" : `<definedNames>${names}</definedNames>`}<calcPr calcId="191029"/></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(relations),
    ...(strings ? { "xl/sharedStrings.xml": sharedStrings(strings) } : {}),
    ...Object.fromEntries(sheets.flatMap((sheet, i) => sheetParts(sheet, i + 1))),
    ...parts,
  };
  const entries: Zippable = Object.fromEntries(
    Object.entries(all).map(([part, content]) => [
      part,
      [typeof content === "string" ? strToU8(content) : content, { level: stored ? 0 : 6, mtime: EARLIEST }],
    ]),
  );
  return zipSync(entries);
}

function sheetParts(sheet: SheetSource, number: number): [string, string][] {
  const { rows, before = "", after = "", relations = [] } = sheet;
  const xml = rows.includes("sheetData")
    ? rows
    : `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  const part: [string, string] = [`xl/worksheets/sheet${number}.xml`, xml];
  return relations.length === 0
    ? [part]
    : [part, [`xl/worksheets/_rels/sheet${number}.xml.rels`, relationships(relations)]];
}

export function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const entries = list.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${type.includes(":") ? type : `${OFFICE}/${type}`}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`;
}

function sharedStrings(strings: readonly string[]): string {
  return `${HEAD}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings
    .map((text) => (text.startsWith("<") ? `<si>${text}</si>` : `<si><t>${text}</t></si>`))
    .join("")}</sst>`;
}

/** The parts of an add-in's pane in a document, with its settings. */
export function extension(
  settings: Readonly<Record<string, unknown>>,
  { id = "{1}", store = "developer", storeType = "Registry", number = 1 } = {},
): Pick<WorkbookSource, "parts" | "rootRelations"> {
  const properties = Object.entries(settings).map(
    ([name, value]) =>
      `<we:property name="${name}" value="${JSON.stringify(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"/>`,
  );
  return {
    rootRelations: [
      [
        "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
        "xl/webextensions/taskpanes.xml",
      ],
    ],
    parts: {
      "xl/webextensions/taskpanes.xml": `${HEAD}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right"><wetp:webextensionref xmlns:r="${OFFICE}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
      "xl/webextensions/_rels/taskpanes.xml.rels": relationships([
        ["http://schemas.microsoft.com/office/2011/relationships/webextension", `webextension${number}.xml`],
      ]),
      [`xl/webextensions/webextension${number}.xml`]: `${HEAD}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="${id}"><we:reference id="${id}" version="1.0.0.0" store="${store}" storeType="${storeType}"/><we:properties>${properties.join("")}</we:properties></we:webextension>`,
    },
  };
}

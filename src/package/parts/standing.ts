import { NAMESPACE } from "../../sheets/record/document-record";
import { attributeSpans, edited, elements, escapeXml, unescapeXml, tagsOf } from "../xml";
import { RELATIONSHIPS } from "./formats";
import type { Spreadsheet } from "./spreadsheet";

/** Orebook's entry in the settings that a copy of the add-in keeps in a document. */
export interface SettingsEntry {
  readonly part: string;
  /** Which copy: a sideloaded one and one from an organisation do not see each other's settings. */
  readonly addIn: string;
  readonly store: string;
  /** JSON. */
  readonly value: unknown;
  /** Ids of the custom functions that this copy has registered. */
  readonly functions: readonly string[];
}

const KEY = "orebook";

/** Every copy's entry; what is no JSON counts as absent. */
export function readSettings(file: Spreadsheet): SettingsEntry[] {
  return extensionParts(file).flatMap((part) => {
    const xml = file.text(part);
    const property = propertyIn(xml);
    const reference = [...tagsOf(xml)].find(({ name }) => name === "reference");
    const said = reference && attributeSpans(xml, reference);
    const value = property && jsonOf(property.text);
    if (value === undefined) return [];
    const functions = elements(xml, "customFunctionIds").map(({ attributes }) => attributes["id"] ?? "");
    return [{ part, addIn: said?.get("id")?.text ?? "", store: said?.get("storeType")?.text ?? "", value, functions }];
  });
}

/** Writes another value in the place of an entry. */
export function writeSettings(file: Spreadsheet, { part }: SettingsEntry, value: unknown): void {
  const xml = file.text(part);
  const span = propertyIn(xml);
  if (span) file.setText(part, edited(xml, [{ ...span, text: escapeXml(JSON.stringify(value)) }]));
}

/** The texts of Orebook's parts of custom XML. */
export function recordParts(file: Spreadsheet): { readonly part: string; readonly xml: string }[] {
  return file
    .allRelated(file.workbook, "customXml")
    .map((part) => ({ part, xml: file.text(part) }))
    .filter(({ xml }) => unescapeXml(xml).includes(`"${NAMESPACE}"`) || xml.includes(`'${NAMESPACE}'`));
}

const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/** Writes the record over the first of the parts there are, or adds one. */
export function writeRecordPart(file: Spreadsheet, xml: string): void {
  const [first] = recordParts(file);
  if (first) return file.setText(first.part, xml);
  let number = 1;
  while (file.has(`customXml/item${number}.xml`)) number++;
  const part = `customXml/item${number}.xml`;
  file.add(part, xml, file.workbook, `${RELATIONSHIPS}/customXml`);
  const properties = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{${ITEM_ID}}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`;
  file.add(`customXml/itemProps${number}.xml`, properties, part, `${RELATIONSHIPS}/customXmlProps`, PROPERTIES_TYPE);
}

/** Any GUID serves, and the same input has to give the same bytes. */
const ITEM_ID = "6F0B2C1D-3A54-4E8B-9C77-0E0B00C0DE01";

function extensionParts(file: Spreadsheet): string[] {
  const panes = file.relationships("").filter(({ type }) => type === "webextensiontaskpanes");
  const others = panes
    .flatMap(({ target }) => file.relationships(target))
    .filter(({ type }) => type === "webextension");
  return [...new Set(others.map(({ target }) => target))].filter((part) => file.has(part));
}

function propertyIn(xml: string): { start: number; end: number; text: string } | undefined {
  for (const tag of tagsOf(xml)) {
    if (tag.name !== "property" || tag.kind === "close") continue;
    const spans = attributeSpans(xml, tag);
    if (spans.get("name")?.text === KEY) return spans.get("value");
  }
  return undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

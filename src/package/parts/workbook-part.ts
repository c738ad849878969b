import { PackageFault } from "../fault";
import { attributesOf, edited, elements, escapeXml, replaced, prefixOf, inserted, tagsOf, textIn } from "../xml";
import type { Spreadsheet } from "./spreadsheet";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Its number in the file: stays the same when it is renamed. */
  readonly id: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  /** The part with its cells; undefined for a chart sheet. */
  readonly part: string | undefined;
}

/** A defined name as the file keeps it. */
export interface NameEntry {
  readonly name: string;
  /** Which sheet it belongs to, counted from 0; undefined for the workbook's own. */
  readonly sheet: number | undefined;
  readonly formula: string;
  readonly comment: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly NameEntry[];
  /** Whether dates count from 1904. */
  readonly is1904: boolean;
}

const VISIBILITY: Readonly<Record<string, SheetEntry["visibility"]>> = { hidden: "Hidden", veryHidden: "VeryHidden" };

export function readWorkbookPart(file: Spreadsheet): WorkbookPart {
  const xml = file.text(file.workbook);
  const parts = new Map(file.relationships(file.workbook).map((one) => [one.id, one]));
  const properties = [...tagsOf(xml)].find(({ name }) => name === "workbookPr");
  const date1904 = properties && attributesOf(xml, properties)["date1904"];
  const sheets = elements(xml, "sheet").map(({ attributes: { name = "", sheetId = "", state = "", id = "" } }) => {
    const part = parts.get(id);
    if (!part || !file.has(part.target)) throw new PackageFault("damaged", `the sheet ${name} is missing`);
    return {
      name,
      id: sheetId,
      visibility: VISIBILITY[state] ?? "Visible",
      part: part.type === "worksheet" ? part.target : undefined,
    } satisfies SheetEntry;
  });
  const names = elements(xml, "definedName").map(({ attributes, content }) => ({
    name: attributes["name"] ?? "",
    sheet: attributes["localSheetId"] === undefined ? undefined : Number(attributes["localSheetId"]),
    formula: textIn(xml, content),
    comment: attributes["comment"] ?? "",
  }));
  return { sheets, names, is1904: date1904 === "1" || date1904 === "true" };
}

/** Writes names anew: each takes the place of its namesake, or goes where its formula is undefined. */
export function writeNames(
  file: Spreadsheet,
  names: readonly (Omit<NameEntry, "formula"> & { readonly formula: string | undefined; readonly isHidden: boolean })[],
): void {
  const xml = file.text(file.workbook);
  const known = elements(xml, "definedName");
  const prefix = prefixOf(xml);
  const markup = names.map(({ name, sheet, formula, comment, isHidden }) => {
    if (formula === undefined) return "";
    const attributes = `${sheet === undefined ? "" : ` localSheetId="${sheet}"`}${isHidden ? ' hidden="1"' : ""}${comment === "" ? "" : ` comment="${escapeXml(comment)}"`}`;
    return `<${prefix}definedName name="${escapeXml(name)}"${attributes}>${escapeXml(formula)}</${prefix}definedName>`;
  });
  const place = ({ name, sheet }: { name: string; sheet: number | undefined }) =>
    known.find(
      ({ attributes }) =>
        attributes["name"]?.toLowerCase() === name.toLowerCase() &&
        (attributes["localSheetId"] ?? "") === String(sheet ?? ""),
    );
  const edits = names.flatMap((name, i) => {
    const found = place(name);
    return found ? [replaced(found, markup[i]!)] : [];
  });
  const added = names.flatMap((name, i) => (place(name) ? [] : [markup[i]!])).join("");
  const [list] = elements(xml, "definedNames");
  const behind = elements(xml, "externalReferences")[0] ?? elements(xml, "sheets")[0]!;
  const made = `<${prefix}definedNames>${added}</${prefix}definedNames>`;
  if (added !== "" && list?.tag.kind === "open") edits.push(inserted(list.content.end, added));
  else if (added !== "") edits.push(list ? replaced(list, made) : inserted(behind.end, made));
  file.setText(file.workbook, edited(xml, edits));
}

import { remembering } from "../remembering";
import { encodeColumn, textColumn, type EncodedTable, type ReleaseFile } from "./codec";

/** The columns of labels, each with the column of the list of areas that has their names. */
const LABELS = ["label", "label_zh"] as const;

/**
 * A label as it is read: "{reporter}: exports of arsenic to {partner}, weight (BACI)" stands in the file once for all that it
 * names.
 */
export function written(label: string, reporter: string, partner: string): string {
  const parts = partsOf(label);
  let text = parts[0]!;
  for (let at = 1; at < parts.length; at += 2) text += (parts[at] === "reporter" ? reporter : partner) + parts[at + 1]!;
  return text;
}

/** The words of a label, and between them which area stands there. */
const partsOf = remembering((label) => label.split(/\{(reporter|partner)\}/));

/** Whether a label can be kept with its areas left out. */
export function isPlain(label: string): boolean {
  return !/[{}]/.test(label);
}

/** The first layout with such labels. */
const SINCE = 3;

/** The file with the areas of its labels left out; a release of an earlier layout stays as it was written, to the byte. */
export function withoutNames(file: ReleaseFile): ReleaseFile {
  const { series, "codes/areas": areas } = file.tables;
  if (file.schema < SINCE || !series || !areas) return file;
  const columns = Object.fromEntries(
    LABELS.filter((name) => name in series.columns).map((name) => [name, encodeColumn(templates(series, areas, name))]),
  );
  return { ...file, tables: { ...file.tables, series: { ...series, columns: { ...series.columns, ...columns } } } };
}

function templates(series: EncodedTable, areas: EncodedTable, name: (typeof LABELS)[number]): string[] {
  const names = textColumn(areas, name);
  const nameOf = new Map(textColumn(areas, "id").map((id, row) => [id, names[row]!]));
  const codes = ["reporter", "partner"].map((area) => textColumn(series, area));
  return textColumn(series, name).map((label, row) => {
    const [reporter, partner] = codes.map((ids) => nameOf.get(ids[row]!) ?? "") as [string, string];
    let template = label;
    if (reporter) template = template.replace(reporter, "{reporter}");
    if (partner) template = template.replace(partner, "{partner}");
    return written(template, reporter, partner) === label ? template : label;
  });
}

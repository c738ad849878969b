import { encodeColumn, textColumn, type EncodedTable, type ReleaseFile } from "./codec";

/**
 * A label mostly names the areas of its series: "{reporter}: exports of arsenic to {partner}, weight (BACI)" stands in the
 * file once for all of them.
 */
const AREAS = ["reporter", "partner"] as const;
const AREA = /\{(reporter|partner)\}/g;

/** The columns of labels, each with the column of the list of areas that has their names. */
const LABELS = ["label", "label_zh"] as const;

export type NameOf = (area: (typeof AREAS)[number]) => string;

/** A label as it is read. */
export function written(label: string, nameOf: NameOf): string {
  return label.includes("{") ? label.replace(AREA, (_, area: (typeof AREAS)[number]) => nameOf(area)) : label;
}

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
  const codes = AREAS.map((area) => [area, textColumn(series, area)] as const);
  return textColumn(series, name).map((label, row) => {
    const names = codes.map(([area, ids]) => [area, nameOf.get(ids[row]!) ?? ""] as const).filter(([, own]) => own);
    const template = names.reduce((text, [area, own]) => text.replace(own, () => `{${area}}`), label);
    return written(template, (area) => new Map(names).get(area)!) === label ? template : label;
  });
}

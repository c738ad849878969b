/** Names, written where they are others than in the file. */
import type { SavedWorkbook as ExcelFile } from "../../../src/package";
import { keptFormula } from "../../../src/package/formulas/kept";
import { writeNames } from "../../../src/package/parts/workbook-part";
import { quoteSheetName, rectangleAddress, type Area } from "../../host/a1";
import type { DefinedName } from "../../host/workbook-model";
import { namesOf } from "../names";
import type { SavedSheet, Source } from "./source";

/** @param renamed ids of sheets that have another name than in the file */
export function saveNames(
  excel: ExcelFile,
  source: Source,
  sheets: readonly SavedSheet[],
  renamed: ReadonlySet<string>,
): void {
  const { scan } = excel;
  const idOf = (here: string) => sheets.find((one) => one.here === here)?.id;
  const placed = (refersTo: DefinedName["refersTo"]) =>
    typeof refersTo === "string" ? refersTo : { ...refersTo, sheet: idOf(refersTo.sheet) ?? refersTo.sheet };
  const is = source.names.list().flatMap((one): DefinedName[] => {
    const scope = one.scope === null ? null : idOf(one.scope);
    return scope === undefined ? [] : [{ ...one, scope, refersTo: placed(one.refersTo) }];
  });
  // A chart's own sheet is not known here, nor are its names.
  const stays = new Set(sheets.map(({ id }) => id));
  const was = namesOf(scan).filter(({ scope, refersTo }) =>
    [scope, typeof refersTo === "string" ? null : refersTo.sheet].every((id) => id === null || stays.has(id)),
  );
  const known = new Map(was.map((one) => [keyOf(one), one]));
  const kept = new Set(is.map(keyOf));
  const nameOf = (id: string) => source.sheets.get(sheets.find((one) => one.id === id)?.here ?? id)?.name ?? id;
  const entry = (one: DefinedName, formula: string | undefined) => ({
    name: one.name,
    sheet: one.scope === null ? undefined : scan.sheets.findIndex(({ id }) => id === one.scope),
    comment: one.comment,
    isHidden: !one.visible,
    formula,
  });
  const changed = is
    .filter((one) => !isSame(known.get(keyOf(one)), one, renamed))
    .map((one) => entry(one, written(one.refersTo, nameOf)));
  const gone = was.filter((one) => !kept.has(keyOf(one))).map((one) => entry(one, undefined));
  if (changed.length + gone.length > 0) writeNames(excel.file, [...changed, ...gone]);
}

const keyOf = ({ name, scope }: DefinedName) => `${scope ?? ""} ${name.toLowerCase()}`;

function isSame(was: DefinedName | undefined, is: DefinedName, renamed: ReadonlySet<string>): boolean {
  if (!was || was.comment !== is.comment || typeof was.refersTo !== typeof is.refersTo) return false;
  if (typeof was.refersTo === "string" || typeof is.refersTo === "string")
    return plain(was.refersTo) === plain(is.refersTo);
  return (
    !renamed.has(is.refersTo.sheet) &&
    rectangleAddress(was.refersTo) === rectangleAddress(is.refersTo) &&
    was.refersTo.sheet === is.refersTo.sheet
  );
}

const plain = (refersTo: Area | string) => String(refersTo).replace(/^=/, "");

function written(refersTo: Area | string, nameOf: (id: string) => string): string {
  if (typeof refersTo === "string") return keptFormula(`=${plain(refersTo)}`) ?? plain(refersTo);
  return `${quoteSheetName(nameOf(refersTo.sheet))}!${rectangleAddress(refersTo, true)}`;
}

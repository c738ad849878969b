import { SaxesParser } from "saxes";
import { SavedWorkbook, standingIn, type RefreshedWorkbook } from "../../src/package";
import { Spreadsheet } from "../../src/package/parts/spreadsheet";
import { toldOf, rowsOf, type Scalar } from "../../src/sheets/formula";
import { sameStanding, type Standing } from "../../src/sheets/record";

export interface Writing {
  /** What stands on the disk now, and what was to be written there. */
  readonly written: Uint8Array;
  readonly meant: Uint8Array;
  /** The workbook before, and as it was changed in memory. */
  readonly input: Uint8Array;
  readonly file: Spreadsheet;
  readonly refreshed: RefreshedWorkbook;
  readonly to: Standing;
}

/**
 * Whether a refreshed workbook is what it was to be: byte for byte what was meant; well-formed in the parts that changed, the
 * very same in all others; and nothing left for a second refresh, for it says where it stands now and every cell that was to
 * change reads as its new value.
 */
export function isAsMeant({ written, meant, input, file, refreshed, to }: Writing): boolean {
  if (written.length !== meant.length || Buffer.compare(written, meant) !== 0) return false;
  const [before, after] = [Spreadsheet.read(input), SavedWorkbook.read(written)];
  const changed = new Set(file.changedParts);
  const isSame = (part: string) => Buffer.compare(before.content(part), after.file.content(part)) === 0;
  return (
    before.parts.every((part) => changed.has(part) || !file.has(part) || isSame(part)) &&
    file.changedParts.every((part) => isWellFormed(after.file.text(part))) &&
    (!refreshed.isChanged || standsAt(after, to)) &&
    holdsEvery(after, refreshed)
  );
}

function standsAt({ file }: SavedWorkbook, to: Standing): boolean {
  const said = standingIn(file);
  return said.kind === "known" && sameStanding(said.standing, to);
}

function holdsEvery({ scan }: SavedWorkbook, { changed, tables }: RefreshedWorkbook): boolean {
  const holds = (sheetId: string, row: number, column: number, value: Scalar) =>
    toldOf(scan.sheet(sheetId)?.value(row, column) ?? null) === toldOf(value);
  return (
    changed.every(({ node, new: value }) =>
      rowsOf(value).every((line, r) =>
        line.every((cell, c) => holds(node.sheet.id, node.row + r, node.column + c, cell)),
      ),
    ) &&
    tables.every(({ plan, cells }) =>
      cells.every(({ row, column, value }) => holds(plan.instance.sheet.id, row, column, value)),
    )
  );
}

function isWellFormed(xml: string): boolean {
  let fault: Error | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => (fault ??= error));
  parser.write(xml).close();
  return fault === undefined;
}

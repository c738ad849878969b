/** What every workbook is put together of in the same way, whatever keeps its cells. */
import { Listed } from "./kept";
import { copySheet, type Copied } from "./structure/copy-sheet";
import { eventsOf, restructure, type Carrier } from "./structure/restructure";
import type {
  ConditionalFormat,
  Selection,
  Sheets,
  Structure,
  Table,
  Workbook,
  WorkbookEvent,
  XmlPart,
} from "./workbook-model";

type Listener = (event: WorkbookEvent) => void;

/** Who is told of every change. */
export class Listeners {
  private readonly all = new Set<Listener>();

  readonly tell: Listener = (event) => {
    for (const listener of this.all) listener(event);
  };

  readonly listen = (listener: Listener): (() => void) => {
    this.all.add(listener);
    return () => this.all.delete(listener);
  };
}

/** Ids look like Excel's: a GUID in braces. */
export const newGuid = (): string => `{${crypto.randomUUID().toUpperCase()}}`;

/** Nothing is drawn of them. Outside the undo stack. */
export function recordedCharts(newId: () => string): Workbook["charts"] {
  let made = 0;
  return new Listed(newId, (chart, id) => ({ ...chart, id, name: `Chart ${++made}` }));
}

export const recordedRules = (newId: () => string, kept: { value: readonly ConditionalFormat[] }): Workbook["rules"] =>
  new Listed(newId, (rule, id) => ({ ...rule, id }), kept);

export function assembled<P extends Copied & { readonly sheets: Sheets & Selection }>(
  parts: P,
  carrier: Carrier,
  newId: () => string,
  { tell, listen }: Listeners,
) {
  const structure: Structure = {
    carryOut: (step) => {
      restructure(parts, carrier, step);
      for (const event of eventsOf(step)) tell(event);
    },
    copySheet: (id, position) => copySheet(parts, carrier, id, position),
  };
  const selection: P["sheets"] = parts.sheets;
  return {
    ...parts,
    structure,
    settings: new Map<string, string>(),
    xmlParts: new Listed(newId, (xml: string, id): XmlPart => ({ id, xml })),
    selection,
    listen,
  };
}

/** What a new table looks like. */
export const NEW_TABLE: Omit<Table, "id" | "name" | "area"> = {
  showHeaders: true,
  showTotals: false,
  showFilterButton: true,
  showBandedRows: true,
  showBandedColumns: false,
  style: "TableStyleMedium2",
};

/** A new sheet's name: the next number that no sheet has. */
export function nextSheetName(sheets: Pick<Sheets, "named">, number: number): string {
  return sheets.named(`Sheet${number}`) ? nextSheetName(sheets, number + 1) : `Sheet${number}`;
}

/** What every workbook is put together of in the same way, whatever keeps its cells. */
import { MemorySettings, MemoryXmlParts } from "./memory/lists";
import { copySheet, type Copied } from "./structure/copy-sheet";
import { eventsOf, restructure, type Carrier } from "./structure/restructure";
import type { Selection, Sheets, Structure, WorkbookEvent } from "./workbook-model";

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
    settings: new MemorySettings(),
    xmlParts: new MemoryXmlParts(newId),
    selection,
    listen,
  };
}

/** A new sheet's name: the next number that no sheet has. */
export function nextSheetName(sheets: Pick<Sheets, "named">, number: number): string {
  return sheets.named(`Sheet${number}`) ? nextSheetName(sheets, number + 1) : `Sheet${number}`;
}

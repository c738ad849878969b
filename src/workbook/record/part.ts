import { runUngrouped } from "../one-step";
import { EMPTY_RECORD, type DocumentRecord } from "../../sheets/record";
import { fieldsIn, fromXml, mergedRecords, NAMESPACE, toXml } from "../../sheets/record/document-record";

/** Reads what the document remembers. Two round trips, one when there is nothing. Where two people began at once there are several parts: all count. */
export async function readRecord(context: Excel.RequestContext): Promise<DocumentRecord> {
  return recordOf(await readParts(context));
}

/** How often a change is made anew because another Orebook made one between reading and writing. */
const TRIES = 3;

let turn: Promise<unknown> = Promise.resolve();

/**
 * Changes what the document remembers, keeping what a later version put there; one change after the other, so that none
 * undoes another. `change` gives undefined for what is to stay as it is. Rejects as Excel does.
 */
export function changeRecord(change: (record: DocumentRecord) => DocumentRecord | undefined): Promise<void> {
  const work = () => runUngrouped(async (context) => write(context, await readParts(context), change, TRIES));
  const done = turn.then(work, work);
  turn = done;
  return done;
}

/** Another Orebook may have written since the parts were read: then what it wrote is changed instead. */
async function write(
  context: Excel.RequestContext,
  parts: readonly Part[],
  change: (record: DocumentRecord) => DocumentRecord | undefined,
  tries: number,
): Promise<void> {
  const record = change(recordOf(parts));
  if (!record) return;
  const kept = Object.assign({}, ...parts.map(({ xml }) => fieldsIn(xml))) as Record<string, unknown>;
  const [first, ...more] = parts;
  const found = first?.part.getXml();
  if (first) first.part.setXml(toXml(record, kept));
  else context.workbook.customXmlParts.add(toXml(record));
  for (const { part } of more) part.delete();
  await context.sync();
  if (first && found!.value !== first.xml && tries > 1)
    await write(context, [{ part: first.part, xml: found!.value }], change, tries - 1);
}

interface Part {
  readonly part: Excel.CustomXmlPart;
  readonly xml: string;
}

function recordOf(parts: readonly Part[]): DocumentRecord {
  return parts.length === 0 ? EMPTY_RECORD : mergedRecords(parts.map(({ xml }) => fromXml(xml)));
}

async function readParts(context: Excel.RequestContext): Promise<Part[]> {
  const found = context.workbook.customXmlParts.getByNamespace(NAMESPACE).load("items/id");
  await context.sync();
  const texts = found.items.map((part) => ({ part, xml: part.getXml() }));
  if (texts.length > 0) await context.sync();
  return texts.map(({ part, xml }) => ({ part, xml: xml.value }));
}

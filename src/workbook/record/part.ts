import { EMPTY_RECORD, type DocumentRecord } from "../../sheets/record";
import { fieldsIn, fromXml, mergedRecords, NAMESPACE, toXml } from "../../sheets/record/document-record";

/** Reads what the document remembers. Two round trips, one when there is nothing. Where two people began at once there are several parts: all count. */
export async function readRecord(context: Excel.RequestContext): Promise<DocumentRecord> {
  const records = (await readParts(context)).map(({ xml }) => fromXml(xml));
  return records.length === 0 ? EMPTY_RECORD : mergedRecords(records);
}

/** Writes what the document remembers, keeping what a later version put there. Takes effect with the caller's next round trip, which must follow. */
export async function writeRecord(context: Excel.RequestContext, record: DocumentRecord): Promise<void> {
  const [first, ...more] = await readParts(context);
  if (first) first.part.setXml(toXml(record, fieldsIn(first.xml)));
  else context.workbook.customXmlParts.add(toXml(record));
  for (const { part } of more) part.delete();
}

async function readParts(context: Excel.RequestContext): Promise<{ part: Excel.CustomXmlPart; xml: string }[]> {
  const found = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
  found.load("items/id");
  await context.sync();
  const texts = found.items.map((part) => ({ part, xml: part.getXml() }));
  if (texts.length > 0) await context.sync();
  return texts.map(({ part, xml }) => ({ part, xml: xml.value }));
}

import type { Event } from "../../dataset/records";
import { createCaller, FunctionError } from "../../functions";
import { shortCitation, sourceOf } from "../../query/citation";
import type { Block, CellContent } from "../../sheets/insert/block";
import { textWidth } from "../../sheets/text-width";
import type { PaneContext } from "../context/pane-context";
import { formulaText, type Call } from "../../functions/calls/call";
import { eventSummary } from "../words/event-words";

/** The spill of a call; undefined where it has none. */
export function formulaBlock({ session, nameOf }: PaneContext, call: Call): Block | undefined {
  try {
    const rows = createCaller(session).call(call.id, call.args);
    if (!Array.isArray(rows)) return undefined;
    return blockOf(
      [[{ formula: formulaText(call, ",", nameOf) }]],
      rows.length,
      rows.map((row) => row.map(String)),
      0,
    );
  } catch (error) {
    if (error instanceof FunctionError) return undefined;
    throw error;
  }
}

/** Some events as cells, with a header row, oldest first as METALS.EVENTS has them; undefined without events. */
export function valuesBlock({ session, language, texts }: PaneContext, events: readonly Event[]): Block | undefined {
  if (events.length === 0) return undefined;
  const { dataset } = session;
  const rows = [...events]
    .reverse()
    .map((event) => [
      event.date,
      dataset.label("event_types", event.type, language),
      event.items.map((id) => dataset.label("items", id, language)).join(texts.comma),
      eventSummary(event, language),
      shortCitation(sourceOf(dataset, event.source)),
    ]);
  const cells = [[...texts.events.columns], ...rows];
  return blockOf(cells, cells.length, cells, 1);
}

function blockOf(
  content: readonly (readonly CellContent[])[],
  rows: number,
  shown: readonly (readonly string[])[],
  headers: number,
): Block {
  const widths = shown[0]!.map((_, column) => Math.max(...shown.map((row) => textWidth(row[column]!))));
  return { content, rows, columns: widths.length, headers, formats: widths.map(() => "General"), widths };
}

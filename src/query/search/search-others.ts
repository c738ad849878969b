import type { Event } from "../../dataset/records";
import type { OtherHit, SearchHit } from "./ranking/search-hit";
import type { SearchIndex } from "./search-index";
import { bestCovered, namesA, worthOf, type Tally } from "./ranking/search-tally";
import { computationOf } from "./search-words";

/** What matches more of the words than any series comes before all of them. */
const LEAD = 50;
/** A table or page whose name is typed is meant before one of many events. */
const DOCUMENT = 0.5;
/** Where neither goods nor places are named, a table of all of them is meant before any single series. */
const OVERVIEW = 3;

/**
 * What else matches words that are worth at least as much as those of the best series. `wanted` has the nearest item in
 * place of goods that are not held.
 */
export function othersFor(
  index: SearchIndex,
  tally: Tally,
  wanted: Tally,
  hits: readonly SearchHit[],
  seriesMost: number,
): OtherHit[] {
  const { series, size, others } = index;
  const { most, rows } = bestCovered(tally, series.length, size);
  // What is known of goods that are not held comes before the series of others.
  const lead = wanted !== tally || (most > seriesMost && most >= worthOf(tally)) ? LEAD : 0;
  const computed = computedFrom(wanted, hits);
  const isGeneral = !namesA(tally, "goods") && !namesA(tally, "place");
  if (most === 0 || (wanted === tally && most < seriesMost)) return computed;
  const events = new Map<string, { events: [Event, number][]; score: number }>();
  const found: OtherHit[] = [];
  for (const row of [...rows].sort((a, b) => tally.entries[a]! - tally.entries[b]!)) {
    const other = others[tally.entries[row]! - series.length]!;
    const score = tally.score[row]! + lead;
    if (other.kind === "document")
      found.push({
        kind: other.document.kind,
        id: other.document.id,
        score: score + (isGeneral ? OVERVIEW : DOCUMENT),
      });
    else if (other.kind === "source") found.push({ kind: "source", source: other.source, score });
    else {
      const { type } = other.event;
      const group = events.get(type) ?? { events: [], score: 0 };
      group.events.push([other.event, score]);
      events.set(type, { events: group.events, score: Math.max(group.score, score) });
    }
  }
  for (const [type, group] of events) {
    const ordered = group.events.sort((a, b) => b[1] - a[1] || (a[0].date < b[0].date ? 1 : -1));
    found.push({ kind: "events", type, events: ordered.map(([event]) => event), score: group.score });
  }
  return [...computed, ...found.sort((a, b) => b.score - a.score)];
}

/** A share or growth of the best series, where the search asks for one that no series has. */
function computedFrom({ words }: Tally, hits: readonly SearchHit[]): OtherHit[] {
  const best = hits.find(({ series }) => series.transformation === "level");
  const how = words.map(({ text }) => computationOf(text)).find((one) => one !== undefined);
  return best && how ? [{ kind: "computed", how, series: best.series, score: hits[0]!.score + LEAD }] : [];
}

import { observationKey, type Event, type Observation, type Source } from "../../dataset/records";
import type { Session } from "../../functions";
import { sourceOf } from "../../query/citation";
import { printedEvidence } from "../../query/evidence";
import { viewOf } from "../audit/view";
import type { AuditEntry } from "../audit/entry";
import type { Place } from "../notation/place";

/** A printed figure, or an event, and the cells that rest on it. */
export interface TakenFact {
  readonly fact: Observation | Event;
  readonly places: readonly Place[];
}

/** A document that a workbook rests on. */
export interface SourceUse {
  readonly source: Source;
  /** The data releases through which it is used. */
  readonly releases: readonly string[];
  /** What was taken from it, in the order of the cells. */
  readonly facts: readonly TakenFact[];
}

interface Collected {
  readonly releases: Set<string>;
  readonly facts: Map<string, { fact: Observation | Event; places: Place[] }>;
}

/** The documents behind the figures of a workbook, in the order in which its cells use them. A derived figure stands for the printed ones it was computed from. */
export function sourceUses(session: Session, entries: readonly AuditEntry[]): SourceUse[] {
  const uses = new Map<string, Collected>();
  for (const { figures, events, place, release } of entries) {
    for (const fact of [...printedEvidence(viewOf(session, { release }), figures), ...events]) {
      const use = uses.get(fact.source) ?? { releases: new Set<string>(), facts: new Map() };
      const taken = use.facts.get(keyOf(fact)) ?? { fact, places: [] };
      uses.set(fact.source, use);
      use.releases.add(release);
      use.facts.set(keyOf(fact), taken);
      taken.places.push(place);
    }
  }
  return [...uses].map(([id, { releases, facts }]) => ({
    source: sourceOf(session.dataset, id),
    releases: [...releases],
    facts: [...facts.values()],
  }));
}

export function isEvent(fact: Observation | Event): fact is Event {
  return "announcement" in fact;
}

function keyOf(fact: Observation | Event): string {
  return isEvent(fact) ? fact.id : observationKey(fact);
}

import type { Observation, Source } from "../dataset/records";
import { evidence, type Answer, type Reader } from "../query/answer";
import { fullCitation, shortCitation, sourceOf } from "../query/citation";
import type { ChoiceOf } from "./choices";
import type { Session } from "./session";

const NONE = "not recorded";

/** One fact about the sources of a figure. Several sources are joined, each fact once. */
export function sourceFact(session: Session, reader: Reader, found: Answer, fact: ChoiceOf<"source_facts">): string {
  const facts = printedEvidence(reader, evidence(found)).map((observation) => factOf(sourceOf(session.dataset, observation.source), observation, fact, session) || NONE);
  return [...new Set(facts)].join("; ");
}

/** The printed observations behind a figure: a derived row stands for the rows it was computed from. */
function printedEvidence(reader: Reader, observations: readonly Observation[]): Observation[] {
  const { view } = reader;
  return observations.flatMap((observation) => {
    if (observation.source !== "") return [observation];
    const inputs = observation.inputs.flatMap(({ series, period }) => {
      const found = view.catalogue.seriesById(series);
      const input = found && view.observation(found, period);
      return input ? [input] : [];
    });
    return printedEvidence(reader, inputs);
  });
}

/** Every document that prints a figure, the one it was taken from first. */
export function placesOf(reader: Reader, found: Answer): { source: string; published: string }[] {
  const { dataset } = reader.view;
  const places = printedEvidence(reader, evidence(found)).flatMap(({ source, published, also }) => [
    { source, published: published || sourceOf(dataset, source).published },
    ...also.map((place) => ({ source: place.source, published: sourceOf(dataset, place.source).published })),
  ]);
  return places.filter((place, position) => places.findIndex(({ source }) => source === place.source) === position);
}

function factOf(source: Source, observation: Observation, fact: ChoiceOf<"source_facts">, session: Session): string {
  switch (fact) {
    case "short":
      return shortCitation(source);
    case "full":
      return fullCitation(source);
    case "publisher":
      return source.publisher || source.creator;
    case "published":
      return observation.published || source.published;
    case "url":
      return source.url;
    case "locator":
      return locatorWords(observation.locator);
    case "licence":
      return session.dataset.label("licences", source.licence, session.language);
  }
}

/** A locator in words: p10 is a paragraph, t: a table. */
export function locatorWords(locator: string): string {
  const paragraph = /^p(\d+)$/.exec(locator);
  if (paragraph) return `paragraph ${paragraph[1]}`;
  return locator.startsWith("t:") ? `table ${locator.slice(2)}` : locator;
}

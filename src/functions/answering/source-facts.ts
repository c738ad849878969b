import type { Observation, Source } from "../../dataset/records";
import { printedEvidence } from "../../query/evidence";
import { evidence, type Answer } from "../../query/answer/answer";
import type { Reader } from "../../query/answer/candidates";
import { fullCitation, shortCitation, sourceOf, termsText } from "../../query/citation";
import type { ChoiceOf } from "../reading/choices";
import { messagesOf } from "../messages";
import type { Session } from "../session";

/** One fact about the sources of a figure. Several sources are joined, each fact once. */
export function sourceFact(session: Session, reader: Reader, found: Answer, fact: ChoiceOf<"source_facts">): string {
  const facts = printedEvidence(reader.view, evidence(found)).map(
    (observation) =>
      factOf(sourceOf(session.dataset, observation.source), observation, fact, session) ||
      messagesOf(session).places.notRecorded,
  );
  return [...new Set(facts)].join("; ");
}

/** Every document that prints a figure, the one it was taken from first. */
export function placesOf(reader: Reader, found: Answer): { source: string; published: string }[] {
  const { dataset } = reader.view;
  const places = printedEvidence(reader.view, evidence(found)).flatMap(({ source, published, also }) => [
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
      return locatorWords(session, observation.locator);
    case "licence":
      return termsText(session.dataset, source, session.language);
  }
}

/** A locator in words: p10 is a paragraph, t: a table. */
export function locatorWords(session: Session, locator: string): string {
  const { paragraph, table } = messagesOf(session).places;
  const number = /^p(\d+)$/.exec(locator)?.[1];
  if (number) return paragraph(number);
  return locator.startsWith("t:") ? table(locator.slice(2)) : locator;
}

import type { View } from "../../dataset/view";
import type { Ask } from "../../query/answer/ask";
import { subjectOf } from "../../query/answer/candidates";
import { partsOf } from "../../query/answer/compute";
import { Refusal } from "../../query/refusal";
import type { Phrase } from "../../query/words/phrase";
import { askOf } from "./asking";
import type { Session } from "../session";

/**
 * Why an answer that all series of its subjects have a part in cannot be known: the release is an organisation's, its data
 * are not here, and by what the workbook notes of them, or for want of a note, they may have a part. A single figure needs
 * no such care: theirs answers only where ours has none.
 */
export function unknownPart(
  { dataset, standing: { address, added } }: Session,
  { at: { release } }: View,
  concerns: (subject: string) => boolean = () => true,
): Refusal | undefined {
  if (release === undefined || !dataset.lacks(release)) return undefined;
  if (added?.release === release && !added.subjects.some(concerns)) return undefined;
  return new Refusal("unknownRelease", { release, newest: dataset.release, address, isPart: true });
}

export function refuseUnknownPart(...about: Parameters<typeof unknownPart>): void {
  const refusal = unknownPart(...about);
  if (refusal) throw refusal;
}

/** The subjects of an indicator, and of one item where it is named. */
export function concerning(indicator: string, item: string | undefined): (subject: string) => boolean {
  return (subject) => (item ? subject === subjectOf({ indicator, item }) : subject.startsWith(`${indicator} `));
}

/** Refuses questions in whose answer an organisation's data that are not here may have a part. A series of ours has none of theirs. */
export function checkWhole(session: Session, view: View, ...asks: readonly Ask[]): void {
  const subjects = asks
    .filter(({ series }) => !series)
    .flatMap((ask) => [ask, ...(partsOf(ask) ?? [])])
    .map(subjectOf);
  if (subjects.length > 0) refuseUnknownPart(session, view, (subject) => subjects.includes(subject));
}

/** The question behind an indicator phrase, where everything that there is has a part in the answer. */
export function wholeAskOf(
  session: Session,
  view: View,
  phrase: Phrase,
  item: string | undefined,
  country?: string,
): Ask {
  const ask = askOf(session, view, phrase, item, country);
  checkWhole(session, view, ask);
  return ask;
}

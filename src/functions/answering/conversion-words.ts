import { evidence, type Answer } from "../../query/answer/answer";
import { shortCitation, sourceOf } from "../../query/citation";
import type { Reader } from "../../query/answer/candidates";
import { conversion, type Conversion } from "../../query/units/conversion";
import type { Unit } from "../../query/units/units";
import { printed } from "./arithmetic";
import { messagesOf } from "../messages";
import type { Session } from "../session";

/** Digits of a factor that a reader wants to see. */
const PLACES = 6;

/** How a figure comes to be in a unit, where that takes a rate or a factor; nothing where it takes only powers of ten. */
export function conversionWords(session: Session, reader: Reader, found: Answer, unit: Unit): string[] {
  const done = conversion(reader, found, unit);
  const steps = [...rateWords(session, done), ...factorWords(session, done)];
  return steps.length > 0 ? [messagesOf(session).status.inUnit(unit.id, steps.join("; "))] : [];
}

function rateWords(session: Session, { exchange }: Conversion): string[] {
  return (exchange?.rates ?? []).flatMap((rate) =>
    evidence(rate).map((row) =>
      messagesOf(session).status.atRate(printed(row), row.period, shortCitation(sourceOf(session.dataset, row.source))),
    ),
  );
}

function factorWords(session: Session, { contents }: Conversion): string[] {
  const ratio = contents && session.units.contents.ratio(...contents);
  if (!ratio) return [];
  const factor = ratio.numerator.dividedBy(ratio.denominator).rounded(PLACES).toString();
  return [messagesOf(session).status.byFactor(factor, session.units.contents.arithmetic(...contents))];
}

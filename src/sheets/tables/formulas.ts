import { frequencyOf } from "../../dataset/period";
import { formulaText, type Call } from "../../functions/calls/call";
import type { Asked } from "../../functions/calls/asked";
import { callFor } from "../../functions/calls/write";
import type { Answer } from "../../query/answer/answer";
import { completeAsk, type Ask, type PartialAsk } from "../../query/answer/ask";
import { candidates } from "../../query/answer/candidates";
import { findResolved } from "../../query/answer/compute";
import type { Unit } from "../../query/units/units";
import type { Context } from "../../tables/context";
import type { Figure, FormulaWriter, Request } from "../../tables/cells/requests";

/** Excel takes no longer formula. */
const LONGEST = 8192;

/** The part of a share that is a country's. */
const WORLD = "wld";

/** Writes the formula of a request. Undefined when no function can ask for it. */
export const formulaFor: FormulaWriter = (...asked) => {
  const formula = write(...asked);
  return formula !== undefined && formula.length < LONGEST ? `=${formula}` : undefined;
};

/** The same without the equals sign, however long it is. */
const write: FormulaWriter = (context, request, figure, unit) => {
  const valueOf = (ask: Ask, period: string, found: Answer | undefined) =>
    valueFormula(context, ask, period, found, unit);
  switch (request.show) {
    case "value":
      return valueOf(request.ask, request.period, figure?.answers[0]);
    case "sum":
      return joined(figure ? figure.answers.map((part) => valueOf(part.ask, request.period, part)) : [undefined], "+");
    case "change": {
      const { ask, period, base } = request;
      // Two figures that are not to be compared: their difference would be a number where the table has none.
      if (!figure && [period, base].every((one) => findResolved(context.reader, ask, one))) return undefined;
      return joined([valueOf(ask, period, figure?.answers[0]), valueOf(ask, base, figure?.answers[1])], "-");
    }
    case "growth":
      return growthFormula(context, request, figure?.answers[0]);
    case "compound":
      return asking(context, { ...request, show: "compound" });
    case "share":
      return shareFormula(context, request, figure);
    case "concentration":
      return concentrationFormula(context, figure?.answers[0]);
  }
};

/** The one function whose plain words mean this question; else the series itself. */
function valueFormula(
  context: Context,
  ask: Ask,
  period: string,
  found: Answer | undefined,
  unit: Unit | undefined,
): string | undefined {
  const series = (found?.observation?.series ?? ask.series)?.id;
  // The base unit need not be said.
  const scaled = unit && unit.scale !== 0 ? unit.id : undefined;
  return asking(
    context,
    { show: "value", ask, period, series, unit: scaled },
    (said) => said === undefined || means(context, said, ask, period),
  );
}

/** A call that puts a question as of when the table answers. */
function asking(
  { session, reader, asOf }: Context,
  asked: Asked,
  fits: (said: PartialAsk | undefined) => boolean = () => true,
): string | undefined {
  const found = callFor(session, reader.view, { ...asked, asOf }, ({ said }) => fits(said));
  return found && plainText(found.call);
}

/** Whether the words of a call lead to the question and to the same series in the same order, so that they will always give the same answer. */
function means({ reader }: Context, said: PartialAsk, ask: Ask, period: string): boolean {
  if (ask.series) return false;
  const plain = completeAsk(reader.view, said);
  if (!(Object.keys(plain) as (keyof Ask)[]).every((name) => name === "basis" || plain[name] === ask[name]))
    return false;
  const answering = (question: Ask) =>
    [frequencyOf(period)!, "m" as const]
      .flatMap((frequency) => candidates(reader, question, frequency).map(({ id }) => id))
      .join();
  // What no series answers is computed: a balance from the imports and exports of one basis.
  const series = answering(ask);
  return plain.basis === ask.basis || (series !== "" && answering(plain) === series);
}

function growthFormula(
  context: Context,
  { ask, period, base }: Request & { show: "growth" },
  found: Answer | undefined,
): string | undefined {
  const printed = found?.observation;
  if (printed && printed.series.transformation !== "growth")
    return asking(context, { show: "value", ask, period, series: printed.series.id }, (said) => said === undefined);
  return asking(context, { show: "growth", ask, period, base });
}

/** A country's share of the world is METALS.SHARE; any other part is its figure over that of the whole. */
function shareFormula(
  context: Context,
  { part, whole, period }: Request & { show: "share" },
  figure: Figure | undefined,
): string | undefined {
  const area = part.show === "value" ? areaPart(part.ask, whole) : undefined;
  if (area) return asking(context, { show: "share", ask: whole, period, part: area });
  const terms = part.show === "value" ? figure?.answers[0]?.arithmetic?.terms : figure?.answers;
  const found = part.show === "value" ? terms?.slice(0, 1) : terms?.slice(0, -1);
  const [over, under] = [
    write(context, part, found && figure && { ...figure, answers: found }, undefined),
    valueFormula(context, whole, period, terms?.at(-1), undefined),
  ];
  return over && under && `${part.show === "sum" ? `(${over})` : over}/${under}`;
}

/** The country in which a part differs from the world, when that is the only difference. */
function areaPart(part: Ask, whole: Ask): string | undefined {
  const different = (Object.keys(part) as (keyof Ask)[]).filter((name) => part[name] !== whole[name]);
  const [dimension] = different;
  return different.length === 1 && (dimension === "reporter" || dimension === "partner") && whole[dimension] === WORLD
    ? part[dimension]
    : undefined;
}

function concentrationFormula(context: Context, found: Answer | undefined): string | undefined {
  const terms = found?.arithmetic?.terms.map((term) => valueFormula(context, term.ask, term.period, term, undefined));
  if (!terms?.every((term) => term !== undefined)) return undefined;
  return `10000*(${terms
    .slice(0, -1)
    .map((term) => `${term}^2`)
    .join("+")})/${terms.at(-1)}^2`;
}

function joined(terms: readonly (string | undefined)[], sign: string): string | undefined {
  return terms.every((term) => term !== undefined) ? terms.join(sign) : undefined;
}

/** A call in Excel's English notation, without the equals sign. */
function plainText(call: Call): string {
  return formulaText(call, ",", (id) => id).slice(1);
}

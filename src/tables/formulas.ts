import { frequencyOf } from "../dataset/period";
import { candidates, usualBasis } from "../query/candidates";
import type { Answer } from "../query/answer";
import { completeAsk, type Ask, type PartialAsk } from "../query/ask";
import { findResolved } from "../query/compute";
import type { Unit } from "../query/units";
import type { WordList } from "../query/words";
import type { Context } from "./context";
import type { Figure, Request } from "./requests";

/** An argument of a call; undefined is left blank. */
type Argument = string | number | undefined;

/** How a function is called: what the reader of its arguments will take the question to be, and the call. */
interface Call {
  readonly said: PartialAsk;
  readonly name: string;
  readonly args: readonly Argument[];
}

/** Excel takes no longer formula. */
const LONGEST = 8192;

/** What a bare call means, so that it need not be said. */
const HOME = "chn";
const WORLD = "wld";

/**
 * A formula that gives the same value as a request, without its equals sign. Undefined when no function can ask for it.
 * `figure` is the answer, where there is one.
 */
export function formulaFor(
  context: Context,
  request: Request,
  figure: Figure | undefined,
  unit: Unit | undefined,
): string | undefined {
  const formula = write(context, request, figure, unit);
  return formula !== undefined && formula.length < LONGEST ? formula : undefined;
}

function write(
  context: Context,
  request: Request,
  figure: Figure | undefined,
  unit: Unit | undefined,
): string | undefined {
  const valueOf = (ask: Ask, period: string, found: Answer | undefined) =>
    valueFormula(context, ask, period, found, unit);
  switch (request.show) {
    case "value":
      return valueOf(request.ask, request.period, figure?.answers[0]);
    case "sum":
      return joined(figure ? figure.answers.map((part) => valueOf(part.ask, request.period, part)) : [undefined], "+");
    case "change":
      // Two figures that are not to be compared: their difference would be a number where the table has none.
      if (
        !figure &&
        [request.period, request.base].every((period) => findResolved(context.reader, request.ask, period))
      )
        return undefined;
      return joined(
        [
          valueOf(request.ask, request.period, figure?.answers[0]),
          valueOf(request.ask, request.base, figure?.answers[1]),
        ],
        "-",
      );
    case "growth":
      return growthFormula(context, request, figure?.answers[0]);
    case "compound":
      return call("METALS.CAGR", [
        phrase(context, request.ask),
        itemWord(context, request.ask),
        periodWord(request.base),
        periodWord(request.period),
        countryWord(context, request.ask),
        context.asOf,
      ]);
    case "share":
      return shareFormula(context, request, figure);
    case "concentration":
      return concentrationFormula(context, figure?.answers[0]);
  }
}

/** The one function whose plain words mean this question; else the series itself. */
function valueFormula(
  context: Context,
  ask: Ask,
  period: string,
  found: Answer | undefined,
  unit: Unit | undefined,
): string | undefined {
  const plain = plainCall(context, ask, period, unit);
  if (plain && means(context, plain.said, ask, period)) return call(plain.name, [...plain.args, context.asOf]);
  const series = (found?.observation?.series ?? ask.series)?.id;
  if (!series) return undefined;
  const scaled = unitWord(unit);
  return scaled
    ? call("METALS.INDICATOR", [series, periodWord(period), scaled, context.asOf])
    : call("METALS.GET", [series, periodWord(period), undefined, context.asOf]);
}

function plainCall(context: Context, ask: Ask, period: string, unit: Unit | undefined): Call | undefined {
  const { indicator, item, reporter, stage } = ask;
  const [metal, when, scaled] = [itemWord(context, ask), periodWord(period), unitWord(unit)];
  switch (indicator) {
    case "imports":
    case "exports":
    case "balance":
      return {
        said: { indicator, item, partner: ask.partner, measure: ask.measure, basis: ask.basis },
        name: `METALS.${indicator.toUpperCase()}`,
        args: [
          metal,
          when,
          unless(WORLD, ask.partner, areaWord(context, ask.partner)),
          unless("value", ask.measure, wordOf(context, "measures", ask.measure)),
          scaled,
          basisWord(context, ask),
        ],
      };
    case "production": {
      const usual = completeAsk(context.reader.view, { indicator, item }).stage;
      return {
        said: { indicator, item, reporter, stage },
        name: "METALS.PRODUCTION",
        args: [metal, when, countryWord(context, ask), unless(usual, stage, wordOf(context, "stages", stage)), scaled],
      };
    }
    case "reserves":
      return {
        said: { indicator, item, reporter },
        name: "METALS.RESERVES",
        args: [metal, when, countryWord(context, ask), scaled],
      };
    case "price":
      return { said: { indicator, item }, name: "METALS.PRICE", args: [metal, when, scaled] };
    case "quota":
      return {
        said: { indicator, stage, group: ask.group, batch: ask.batch },
        name: "REE.QUOTA",
        args: [
          when,
          wordOf(context, "stages", stage),
          unless("total", ask.group, wordOf(context, "groups", ask.group)),
          unless("all", ask.batch, Number(ask.batch.slice(1))),
          scaled,
        ],
      };
    default:
      return {
        said: { indicator },
        name: "METALS.INDICATOR",
        args: [wordOf(context, "indicators", indicator), when, scaled],
      };
  }
}

/** Whether the words of a call lead to the question and to the same series in the same order, so that they will always give the same answer. */
function means({ reader }: Context, said: PartialAsk, ask: Ask, period: string): boolean {
  if (ask.series) return false;
  const plain = completeAsk(reader.view, said);
  if (!(Object.keys(plain) as (keyof Ask)[]).every((name) => name === "basis" || plain[name] === ask[name]))
    return false;
  const answering = (question: Ask) =>
    [frequencyOf(period)!, "m" as const].flatMap((frequency) =>
      candidates(reader, question, frequency).map(({ id }) => id),
    );
  return plain.basis === ask.basis || answering(plain).join() === answering(ask).join();
}

function growthFormula(
  context: Context,
  { ask, period, base }: Request & { show: "growth" },
  found: Answer | undefined,
): string | undefined {
  const printed = found?.observation;
  if (printed && printed.series.transformation !== "growth")
    return call("METALS.GET", [printed.series.id, periodWord(period), undefined, context.asOf]);
  return call("METALS.GROWTH", [
    phrase(context, ask),
    itemWord(context, ask),
    periodWord(period),
    base && periodWord(base),
    countryWord(context, ask),
    context.asOf,
  ]);
}

/** A country's share of the world is METALS.SHARE; any other part is its figure over that of the whole. */
function shareFormula(
  context: Context,
  { part, whole, period }: Request & { show: "share" },
  figure: Figure | undefined,
): string | undefined {
  const area = part.show === "value" ? areaPart(part.ask, whole) : undefined;
  if (area)
    return call("METALS.SHARE", [
      phrase(context, whole),
      itemWord(context, whole),
      periodWord(period),
      areaWord(context, area),
      context.asOf,
    ]);
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

/** An indicator with what sets the question apart from the bare word. */
function phrase(context: Context, ask: Ask): string {
  const bare = completeAsk(context.reader.view, { indicator: ask.indicator, item: ask.item });
  const qualifiers = (
    [
      ["stages", "stage"],
      ["measures", "measure"],
      ["groups", "group"],
      ["batches", "batch"],
      ["holders", "holder"],
    ] as const
  )
    .filter(([, dimension]) => ask[dimension] !== bare[dimension])
    .map(([list, dimension]) => wordOf(context, list, ask[dimension]));
  return [
    wordOf(context, "indicators", ask.indicator),
    ...qualifiers,
    ...(ask.basis ? [wordOf(context, "bases", ask.basis)] : []),
  ].join(" ");
}

function itemWord(context: Context, { item, indicator }: Ask): string | undefined {
  return item === "" ? undefined : wordOf(context, "items", item, indicator);
}

/** The country of an indicator: where trade goes or comes from, else who reports. */
function countryWord(context: Context, { partner, reporter }: Ask): string | undefined {
  return partner
    ? unless(WORLD, partner, areaWord(context, partner))
    : unless(HOME, reporter, areaWord(context, reporter));
}

function basisWord({ session, ...context }: Context, ask: Ask): string | undefined {
  return ask.basis === undefined || ask.basis === usualBasis(session.dataset, ask.indicator)
    ? undefined
    : wordOf({ session, ...context }, "bases", ask.basis);
}

/** The base unit need not be said. */
function unitWord(unit: Unit | undefined): string | undefined {
  return unit && unit.scale !== 0 ? unit.id : undefined;
}

function areaWord({ session }: Context, area: string): string {
  return session.words.mainWord("areas", area);
}

/** The shortest word that reads as a code: the code itself, in words, where it does. */
function wordOf({ session }: Context, list: WordList, code: string, indicator?: string): string {
  const plain = code.replaceAll("-", " ");
  return session.words.find(list, plain, indicator) === code ? plain : session.words.mainWord(list, code);
}

function unless<T>(usual: string, code: string, said: T): T | undefined {
  return code === usual ? undefined : said;
}

function periodWord(period: string): Argument {
  return /^\d{4}$/.test(period) ? Number(period) : period;
}

/** A call in Excel's English notation; blanks at the end are left out. */
function call(name: string, args: readonly Argument[]): string {
  const last = args.findLastIndex((argument) => argument !== undefined);
  const written = args
    .slice(0, last + 1)
    .map((argument) => (typeof argument === "string" ? `"${argument.replaceAll('"', '""')}"` : (argument ?? "")));
  return `${name}(${written.join(",")})`;
}

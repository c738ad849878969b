import type { Series } from "../../dataset/records";
import { viewAt } from "../../dataset/view";
import { createCaller, FUNCTIONS, FunctionError, type Session } from "../../functions";
import { readerOf } from "../../functions/asking";
import { completeAsk, type PartialAsk } from "../../query/ask";
import { findResolved } from "../../query/compute";
import { growth } from "../../query/growth";
import { periodCell } from "../../query/period";
import { Refusal } from "../../query/refusal";
import type { Answer } from "../../query/answer";
import type { Reader } from "../../query/candidates";
import type { Call } from "./call";
import { itemWord, wordFor } from "./words";

/** A call that may answer with a figure, and how to find out whether it does. */
interface Candidate {
  readonly call: Call;
  answer(reader: Reader, period: string): Answer | undefined;
}

export interface FigureCall {
  readonly call: Call;
  /** Whether the function takes a unit. */
  readonly takesUnit: boolean;
}

/** Functions that take a unit, with the position of that argument. */
const UNIT_POSITION: Readonly<Record<string, number>> = {
  "METALS.IMPORTS": 4,
  "METALS.EXPORTS": 4,
  "METALS.BALANCE": 4,
  "METALS.PRODUCTION": 4,
  "METALS.RESERVES": 3,
  "METALS.PRICE": 2,
  "METALS.INDICATOR": 2,
  "REE.QUOTA": 4,
  "REE.EXPORTS": 4,
};

/**
 * The friendliest call that answers with this very figure of the series: a function named after what is asked where it
 * gives the same observation, else METALS.GET, which reaches every series. `unit` is left out when it is the base unit.
 */
export function figureCall(session: Session, series: Series, period: string, unit: string | undefined): FigureCall {
  const reader = readerOf(viewAt(session.dataset, session.standing), session);
  const when = periodCell(period);
  const answers = ({ call, answer }: Candidate) =>
    isOffered(call.id) && isOf(reader, answer(reader, period), series, period) && isTaken(session, call);
  const found = candidates(session, series, when).find((candidate) => attempt(() => answers(candidate)));
  if (!found) return { call: { id: "METALS.GET", args: [series.id, when] }, takesUnit: false };
  const position = UNIT_POSITION[found.call.id];
  return {
    call: position === undefined ? found.call : withArgument(found.call, position, unit),
    takesUnit: position !== undefined,
  };
}

/** Never answers. */
const NONE: Candidate = { call: { id: "", args: [] }, answer: () => undefined };

function candidates(session: Session, series: Series, when: string | number): Candidate[] {
  const metal = itemWord(session, series);
  if (series.transformation === "growth")
    return [...indicatorCandidates(session, series, when), growthCandidate(session, series, metal, when)];
  switch (series.indicator) {
    case "imports":
    case "exports":
    case "balance":
      return [
        ...(series.indicator === "exports" ? [reeExports(session, series, metal, when)] : []),
        ...trade(session, series, metal, when),
      ];
    case "production":
      return production(session, series, metal, when);
    case "quota":
      return [quota(session, series, when)];
    case "reserves":
      return [
        asking(
          {
            id: "METALS.RESERVES",
            args: [metal, when, series.reporter === "chn" ? undefined : wordFor(session, "areas", series.reporter)],
          },
          { indicator: "reserves", item: series.item, reporter: series.reporter },
        ),
      ];
    case "price":
      return [asking({ id: "METALS.PRICE", args: [metal, when] }, { indicator: "price", item: series.item })];
    default:
      return indicatorCandidates(session, series, when);
  }
}

/** First as a plain question, then with the basis named. */
function trade(session: Session, series: Series, metal: string, when: string | number): Candidate[] {
  const { indicator, item, partner, measure, basis } = series;
  const args = [
    metal,
    when,
    partner === "wld" ? undefined : wordFor(session, "areas", partner),
    measure === "value" ? undefined : measure.replaceAll("-", " "),
  ];
  const said = { indicator, item, partner, measure };
  const id = `METALS.${indicator.toUpperCase()}`;
  return [asking({ id, args }, said), asking({ id, args: [...args, undefined, basis] }, { ...said, basis })];
}

/** Weights of magnets and rare earths have a function of their own. */
function reeExports(
  session: Session,
  { item, partner, measure }: Series,
  metal: string,
  when: string | number,
): Candidate {
  const product = item === "rare-earth-magnets" ? "magnets" : metal;
  const isOwn = (item === "rare-earth-magnets" || item === "rare-earths") && measure === "weight";
  const args = [product, when, partner === "wld" ? undefined : wordFor(session, "areas", partner)];
  return isOwn ? asking({ id: "REE.EXPORTS", args }, { indicator: "exports", item, partner, measure }) : NONE;
}

function production(
  session: Session,
  { item, reporter, stage }: Series,
  metal: string,
  when: string | number,
): Candidate[] {
  const args = [metal, when, reporter === "chn" ? undefined : wordFor(session, "areas", reporter)];
  const said = { indicator: "production", item, reporter };
  const id = "METALS.PRODUCTION";
  return [
    asking({ id, args }, said),
    asking({ id, args: [...args, wordFor(session, "stages", stage)] }, { ...said, stage }),
  ];
}

function quota(session: Session, { item, stage, group, batch, holder }: Series, year: string | number): Candidate {
  if (holder !== "all") return NONE;
  const args = [
    year,
    wordFor(session, "stages", stage),
    group === "total" ? undefined : group,
    batch === "all" ? undefined : Number(batch.slice(1)),
  ];
  return asking({ id: "REE.QUOTA", args }, { indicator: "quota", item, stage, group, batch, holder });
}

/** An indicator of the sector, which names its own item. */
function indicatorCandidates(
  session: Session,
  { indicator, item, transformation }: Series,
  when: string | number,
): Candidate[] {
  const row = session.dataset.codes("indicators").get(indicator);
  if (
    row?.["family"] !== "sector" ||
    row["item"] !== item ||
    (String(row["transformation"]) || "level") !== transformation
  )
    return [];
  return [
    asking(
      { id: "METALS.INDICATOR", args: [wordFor(session, "indicators", indicator), when] },
      { indicator, item, transformation },
    ),
  ];
}

/** A printed rate is what METALS.GROWTH answers where levels cannot. */
function growthCandidate(session: Session, series: Series, metal: string, when: string | number): Candidate {
  const { indicator, item, partner, reporter, measure, stage } = series;
  const place = partner === "" ? reporter : partner;
  const isUsual = place === "wld" ? partner !== "" : place === "chn";
  return {
    call: {
      id: "METALS.GROWTH",
      args: [
        wordFor(session, "indicators", indicator),
        metal,
        when,
        undefined,
        isUsual ? undefined : wordFor(session, "areas", place),
      ],
    },
    answer: (reader, period) => {
      const ask = completeAsk(reader.view, { indicator, item, reporter, partner });
      return ask.measure === measure && ask.stage === stage
        ? growth(reader, { ...ask, transformation: "level" }, period).answer
        : undefined;
    },
  };
}

function asking(call: Call, said: PartialAsk): Candidate {
  return { call, answer: (reader, period) => findResolved(reader, completeAsk(reader.view, said), period) };
}

/** Where the series has no figure, the question it answers has one computed from others. */
function isOf(reader: Reader, answer: Answer | undefined, series: Series, period: string): boolean {
  if (answer?.arithmetic) return !reader.view.has(series, period);
  return answer?.observation?.series.id === series.id;
}

function isOffered(id: string): boolean {
  return FUNCTIONS.some((definition) => definition.id === id);
}

/** Whether the function takes these arguments: it may offer fewer words than the data has. */
function isTaken(session: Session, { id, args }: Call): boolean {
  return typeof createCaller(session).call(id, args) === "number";
}

function withArgument({ id, args }: Call, position: number, value: string | undefined): Call {
  const extended = Array.from({ length: Math.max(args.length, position + 1) }, (_, i) => args[i]);
  extended[position] = value;
  return { id, args: extended };
}

/** A question that is refused does not answer. */
function attempt(question: () => boolean): boolean {
  try {
    return question();
  } catch (error) {
    if (error instanceof Refusal || error instanceof FunctionError) return false;
    throw error;
  }
}

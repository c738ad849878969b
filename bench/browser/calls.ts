import { grouped } from "../../src/dataset/catalogue";
import type { Dataset } from "../../src/dataset/dataset";
import { createCaller, FunctionError } from "../../src/functions";
import { createSession } from "../../src/functions/languages";
import { median, type Line } from "../measure";
import type { Asked, BareAnswer, BenchPage } from "./pages";
import { figureQuestions, QUESTIONS, textQuestions } from "./questions";

/** Microseconds of our own on top of the runtime's, for one call. */
const ALLOWED = { figure: 4, text: 20, refusal: 20 };
const ROUNDS = 5;

/** Calls of one kind that are all answered or all refused: to say why not takes longer than to find a figure. */
interface Kind {
  readonly what: string;
  readonly as: BareAnswer["as"];
  readonly calls: readonly Asked[];
}

/** Fewer calls than these are too few to tell. */
const FEWEST = 1000;

type Ask = (call: Asked) => unknown;

function kindsOf(dataset: Dataset, outcome: Ask): Kind[] {
  const isAnswered = (call: Asked) => !(outcome(call) instanceof FunctionError);
  const kind = (what: string, as: Kind["as"], calls: readonly Asked[] = []): Kind => ({
    what,
    as,
    calls: calls.slice(0, QUESTIONS),
  });
  const kindsOfAll = (questions: Readonly<Record<string, readonly Asked[]>>, as: Kind["as"]) =>
    Object.entries(questions).flatMap(([what, all]) => {
      const groups = grouped(all, isAnswered);
      return [kind(what, as, groups.get(true)), kind(`${what}, refused`, "refusal", groups.get(false))];
    });
  const kinds = [...kindsOfAll(figureQuestions(dataset), "figure"), ...kindsOfAll(textQuestions(dataset), "text")];
  return kinds.filter(({ calls }) => calls.length >= FEWEST);
}

/**
 * What a call costs beyond what the runtime takes for functions that give 1, or a text or a refusal as long as ours are on
 * average: put for the first time on its page, and again.
 */
export async function callLinesOf(
  ours: BenchPage,
  bareOf: (answer: BareAnswer) => Promise<BenchPage>,
  dataset: Dataset,
): Promise<Line[]> {
  const caller = createCaller(createSession(dataset, { addinVersion: "" }));
  const outcome: Ask = ([id, args]) => caller.outcome(id, args);
  const kinds = kindsOf(dataset, outcome);
  const bare = {
    figure: await bareOf({ as: "figure" }),
    text: await bareOf({ as: "text", length: meanLength(kinds, "text", outcome) }),
    refusal: await bareOf({ as: "refusal", length: meanLength(kinds, "refusal", outcome) }),
  };
  const times = kinds.map(() => ({ first: [] as Pair[], again: [] as Pair[] }));
  const alone = { figure: [] as number[], text: [] as number[], refusal: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const page of [ours, ...Object.values(bare)]) await page.renew();
    // Another kind begins each time, for the first one to be asked also waits for what is made once.
    for (let i = 0; i < kinds.length; i++) {
      const at = (i + round * 5) % kinds.length;
      const { calls, as } = kinds[at]!;
      // The runtime hands over the sooner the longer it had nothing to do, so the pages take turns.
      const took: number[] = [];
      for (const page of [bare[as], ours, bare[as], ours])
        took.push(((await page.answers(calls)) / calls.length) * 1000);
      if (round === 0) continue;
      const [least, first, leastAgain, again] = took as [number, number, number, number];
      times[at]!.first.push([least, first]);
      times[at]!.again.push([leastAgain, again]);
      if (calls.length === QUESTIONS) alone[as].push(least, leastAgain);
    }
  }
  const ofRuntime = (as: "text" | "refusal"): Line => ({
    what: `call of ${QUESTIONS}: the runtime's own part, a fixed ${as}`,
    left: `1 ${median(alone.figure).toFixed(1)} µs`,
    right: `${as} ${median(alone[as]).toFixed(1)} µs`,
    ratio: median(alone[as]) / median(alone.figure),
  });
  return [
    ofRuntime("text"),
    ofRuntime("refusal"),
    ...kinds.flatMap(({ what, as, calls: { length } }, i) => [
      lineOf(`${what}, for the first time`, length, ALLOWED[as], times[i]!.first),
      lineOf(`${what}, again`, length, ALLOWED[as], times[i]!.again),
    ]),
  ];
}

/** Characters of the texts of a kind's answers. */
function meanLength(kinds: readonly Kind[], as: Kind["as"], outcome: Ask): number {
  const lengths = kinds.flatMap((kind) =>
    kind.as === as ? kind.calls.map((call) => textOf(outcome(call)).length) : [],
  );
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
}

function textOf(given: unknown): string {
  return given instanceof FunctionError ? given.message : String(given);
}

/** Microseconds a call of functions that answer at once, and of ours. */
type Pair = readonly [least: number, whole: number];

function lineOf(what: string, count: number, allowed: number, times: readonly Pair[]): Line {
  const whole = median(times.map(([, one]) => one));
  const own = Math.max(0, whole - median(times.map(([one]) => one)));
  return {
    what: `call: ${what}, ${count} questions, of ${whole.toFixed(1)} µs our own`,
    left: `allowed ${allowed} µs`,
    right: `${own.toFixed(1)} µs`,
    ratio: own / allowed,
    bound: 1,
  };
}

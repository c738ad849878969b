import { grouped } from "../../src/dataset/catalogue";
import type { Dataset } from "../../src/dataset/dataset";
import { createCaller, createSession, FunctionError } from "../../src/functions";
import { median, type Line } from "../measure";
import type { Asked, BenchPage } from "./pages";
import { figureQuestions, QUESTIONS, textQuestions } from "./questions";

/** Microseconds of our own on top of the runtime's, for one call. */
const ALLOWED = { figure: 4, text: 20 };
const ROUNDS = 3;

/** Calls of one kind that are all answered or all refused: to say why not takes longer than to find a figure. */
interface Kind {
  readonly what: string;
  readonly allowed: number;
  readonly calls: readonly Asked[];
}

/** Fewer calls than these are too few to tell. */
const FEWEST = 1000;

export function kindsOf(dataset: Dataset): Kind[] {
  const caller = createCaller(createSession(dataset, { addinVersion: "" }));
  const isAnswered = ([id, args]: Asked) => !(caller.outcome(id, args) instanceof FunctionError);
  const kind = (what: string, calls: readonly Asked[] = [], allowed = ALLOWED.text): Kind => ({
    what,
    allowed,
    calls: calls.slice(0, QUESTIONS),
  });
  const figures = Object.entries(figureQuestions(dataset)).flatMap(([what, all]) => {
    const groups = grouped([...new Map(all.map((call) => [JSON.stringify(call), call])).values()], isAnswered);
    return [kind(what, groups.get(true), ALLOWED.figure), kind(`${what}, refused`, groups.get(false))];
  });
  const texts = Object.entries(textQuestions(dataset)).map(([what, calls]) => kind(what, calls));
  return [...figures.filter(({ calls }) => calls.length >= FEWEST), ...texts];
}

/** What a call costs beyond what the runtime takes for a function that returns 1: put for the first time on its page, and again. */
export async function callLinesOf(bare: BenchPage, ours: BenchPage, dataset: Dataset): Promise<Line[]> {
  const kinds = kindsOf(dataset);
  const times = kinds.map(() => ({ first: [] as Pair[], again: [] as Pair[] }));
  for (let round = 0; round <= ROUNDS; round++) {
    await ours.renew();
    await bare.renew();
    // Another kind begins each time, for the first one to be asked also waits for what is made once.
    for (let i = 0; i < kinds.length; i++) {
      const at = (i + round * 5) % kinds.length;
      const { calls } = kinds[at]!;
      // The runtime hands over the sooner the longer it had nothing to do, so the pages take turns.
      const took = [
        await bare.answers(calls),
        await ours.answers(calls),
        await bare.answers(calls),
        await ours.answers(calls),
      ];
      if (round === 0) continue;
      const [least, first, leastAgain, again] = took.map((total) => (total / calls.length) * 1000) as [
        number,
        number,
        number,
        number,
      ];
      times[at]!.first.push([least, first]);
      times[at]!.again.push([leastAgain, again]);
    }
  }
  return kinds.flatMap(({ what, allowed, calls: { length } }, i) => [
    lineOf(`${what}, for the first time`, length, allowed, times[i]!.first),
    lineOf(`${what}, again`, length, allowed, times[i]!.again),
  ]);
}

/** Microseconds a call of functions that answer 1, and of ours. */
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

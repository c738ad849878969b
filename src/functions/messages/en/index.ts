import { lower } from "../../../query/describe";
import { refusals } from "./refusals";

/** Every text a function can answer with besides data, in English. */
export const en = {
  refusals,
  /** The pieces a status line is put together from. */
  status: {
    /** How a figure was put into a unit that takes more than powers of ten. */
    inUnit: (unit: string, steps: string) => `in ${unit} ${steps}`,
    atRate: (rate: string, period: string, citation: string) =>
      `at the average rate of ${period}, ${rate} (${citation})`,
    byFactor: (factor: string, arithmetic: string) => `by the factor ${factor}, from ${arithmetic}`,
    published: "published",
    estimated: "estimated by the source",
    forecast: "forecast",
    provisional: "provisional",
    lowReliability: "low reliability",
    break: "break in the definition",
    derivedWord: "derived",
    derived: (arithmetic: string) => `derived: ${arithmetic}`,
    sumOfMonths: (count: number, from: string, to: string) => `sum of ${count} months ${from} to ${to}`,
    sumOfPeriods: (count: number, from: string, to: string) => `sum of ${count} periods ${from} to ${to}`,
    meanOfPeriods: (count: number, from: string, to: string) => `mean of ${count} periods ${from} to ${to}`,
    indexOf: (first: string) => `index, ${first} = 100`,
    onBasis: (basis: string) => `counted by ${basis}`,
    onlyBasis: (basis: string) => `counted by ${basis}, the only basis held`,
    severalSeries: (count: number, ids: string) => `figures of ${count} series: ${ids}`,
    atLeast: "lower bound",
    atMost: "upper bound",
    approximately: "approximate",
    flag: (label: string) => lower(label),
    implied: "level implied by a printed growth rate",
    revised: (from: string, date: string) => `revised: was ${from} as published ${date}`,
    source: (citation: string) => `source: ${citation}`,
    series: (id: string, rank: string) => `series ${id}${rank ? ` (rank ${rank})` : ""}`,
    printedRate: (rate: string, citation: string) => `${rate} as printed (${citation})`,
    levelsGive: (rate: string) => `the published levels give ${rate}`,
    /** `period`: that of the rate; blank when it is not known. */
    rateImplies: (value: string, period: string) =>
      `the printed growth rate${period ? ` of ${period}` : ""} implies ${value}`,
    otherSeries: (value: string, series: string) => `${value} in ${series}`,
  },
  /** Where in a source something stands. */
  places: {
    notRecorded: "not recorded",
    paragraph: (number: string) => `paragraph ${number}`,
    table: (name: string) => `table ${name}`,
  },
  /** Short texts for cells of a spill. */
  cells: {
    /** Stands where there is nothing to say: no cell is ever empty. */
    none: "–",
    discrepancy: "Discrepancy",
    firstVintage: "first print",
    noFigure: "no figure",
    span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    because: (span: string, reason: string) => `${span}: ${lower(reason)}`,
    expected: "expected",
    notHeldYet: "expected, not held yet",
    noneExpected: "no regular date",
  },
  /** The pieces a statement on an export control is put together from. */
  controls: {
    notListed: "not listed",
    /** What a control of a type in force says, by event type; `restricted` for one that concerns one destination. */
    rules: {
      "export-control": "licence required",
      "technology-control": "technology export restricted",
      "state-trading": "exports by listed companies only",
      "entity-list": "exports to listed firms restricted",
      "reporting-duty": "exports must be reported",
    } as Readonly<Record<string, string>>,
    restricted: "exports restricted",
    inForce: (rule: string, since: string) => `${rule} since ${since}`,
    announced: (due: string) => (due ? `announced, not yet in force; due ${due}` : "announced, not yet in force"),
    suspended: (from: string, to: string) => (to ? `suspended ${from} to ${to}` : `suspended since ${from}`),
    suspensionEnded: (from: string, to: string) =>
      `suspended from ${from}, due to end on ${to}; what followed is not in the data`,
    ended: (rule: string, from: string, until: string) => `${rule} from ${from}, ended ${until}`,
    towards: (text: string, area: string) => `${text}, for exports to ${area}`,
    by: (text: string, announcement: string) => `${text} (${announcement})`,
    /** A control that covers a part of what was asked about, with what it covers. */
    inPart: (text: string, what: string) => `${text}, in part: ${what}`,
    /** Added when the day asked for is after the last day the data knows. */
    knownUntil: (text: string, day: string) => `${text}; as known on ${day}`,
  },
  /** What became of figures between two releases or days. */
  changes: {
    reasons: {
      revision: "Revised by the source",
      newPeriod: "New figure",
      correction: "Corrected in the data",
    },
    /** Stands in the last row where there are more than were asked for. */
    more: (count: number) => `and ${count} more`,
    nothing: (since: string, item: string) => `no figure${item ? ` of ${lower(item)}` : ""} changed since ${since}`,
    first: (release: string) => `${release} is the first data release, so nothing changed since the one before`,
  },
  headers: {
    rank: "Rank",
    country: "Country",
    period: "Period",
    value: "Value",
    status: "Status",
    changes: ["Change", "Series", "What", "From", "To", "Figures", "Old", "New", "Unit", "Why"],
    calendar: ["Source", "Newest edition held", "Date", "Next", "State", "Habit"],
  },
};

export type Messages = typeof en;

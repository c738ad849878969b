import type { Dataset } from "../dataset/dataset";
import { rememberingOf } from "../dataset/remembering";
import type { View } from "../dataset/view";
import { viewAsOf, type Standing } from "../query/as-of";
import type { DateSystem } from "../query/period/date-system";
import type { Messages } from "./messages/en";
import type { Notation } from "./messages/notation";
import type { Language } from "../query/describe";
import { Units } from "../query/units/units";
import { Words } from "../query/words/words";

/** What every call shares: the data, where the workbook stands in time, and the language of messages. */
export interface Session {
  readonly dataset: Dataset;
  readonly words: Words;
  readonly units: Units;
  readonly standing: Standing;
  readonly language: Language;
  /** The texts of that language. */
  readonly messages: Messages;
  /** How the workbook counts the days of its dates. */
  readonly dateSystem: DateSystem;
  /** How the user writes formulas; English unless Excel says otherwise. */
  readonly notation?: Notation;
  /** Refusals carry no words: for what looks at values alone. */
  readonly isWordless?: true;
  /** Every call is worked out anew: for what notes which figures a call looks at. */
  readonly isTraced?: true;
  readonly addinVersion: string;
  /** What this build puts before the names of its functions: "" or, in the namespaced one, `METALS`. */
  readonly namespace: string;
}

/** As long as the data are the same, so are their words. */
const wordsOf = rememberingOf((dataset: Dataset) => new Words(dataset));
const unitsOf = rememberingOf((dataset: Dataset) => new Units(dataset));

export interface SessionOptions {
  readonly standing?: Standing;
  readonly language?: Language;
  readonly dateSystem?: DateSystem;
  readonly addinVersion: string;
  readonly namespace?: string;
}

/** For the page of the functions, which fetches no language but its own; all else has `createSession`. */
export function openSession(dataset: Dataset, messages: Messages, options: SessionOptions): Session {
  return {
    dataset,
    words: wordsOf(dataset),
    units: unitsOf(dataset),
    standing: options.standing ?? {},
    language: options.language ?? "en",
    messages,
    dateSystem: options.dateSystem ?? 1900,
    addinVersion: options.addinVersion,
    namespace: options.namespace ?? "",
  };
}

/** The dataset as the workbook stands, for functions that take no as-of of their own. */
export function standingView({ dataset, standing }: Session): View {
  return viewAsOf(dataset, standing, undefined, "as_of");
}

import type { Dataset } from "../dataset/dataset";
import { rememberingBy, rememberingOf } from "../dataset/remembering";
import { viewAt, type View } from "../dataset/view";
import { readDay } from "./period/day";
import { plain } from "./words/normalise";
import { refuse } from "./refusal";

/** When the workbook's formulas answer as of: the data release it is on, and the day it is pinned to, if any. */
export interface Standing {
  readonly release?: string | undefined;
  readonly day?: string | undefined;
  /** Where the data are published that an organisation added to the workbook's release. */
  readonly address?: string | undefined;
  /** What it is that they added there. */
  readonly added?: Added | undefined;
}

/** Which questions an organisation's release has series of its own for: indicator and item, as `imports copper`. */
export interface Added {
  readonly release: string;
  readonly subjects: readonly string[];
}

/**
 * The dataset as of a date or a data release. A date narrows the workbook's release; one that is not a day means its last
 * day. A release answers as that release did. Blank: as the workbook stands.
 */
export function viewAsOf(
  dataset: Dataset,
  standing: Standing,
  given: string | number | undefined,
  argument: string,
): View {
  if (given === undefined) return knownView(dataset, standing);
  return knownView(dataset, { release: standing.release, ...readStanding(dataset, given, argument) });
}

/** The data release or the day that is said. Refuses what is neither. */
export function readStanding(dataset: Dataset, given: string | number, argument: string): Standing {
  const releases = () => dataset.releases.map(({ id }) => id);
  return standingsSaid(dataset)(given) ?? refuse("notDate", { argument, given: String(given), releases: releases() });
}

/** Columns say the same few days and releases. */
const standingsSaid = rememberingOf((dataset: Dataset) =>
  rememberingBy(
    (given: string | number) => `${typeof given} ${given}`,
    (given): Standing | undefined => {
      const wanted = plain(String(given)).toLowerCase();
      const release = dataset.releases.find(({ id }) => id.toLowerCase() === wanted);
      if (release) return { release: release.id };
      if (dataset.lacks(String(given).trim())) return { release: String(given).trim() };
      const day = readDay(given);
      return day ? { day } : undefined;
    },
  ),
);

export function knownView(dataset: Dataset, at: Standing): View {
  if (at.release !== undefined && dataset.answering(at.release) < 0)
    refuse("unknownRelease", { release: at.release, newest: dataset.release });
  return viewAt(dataset, { release: at.release, day: at.day });
}

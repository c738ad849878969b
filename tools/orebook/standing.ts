import type { Session } from "../../src/functions";
import { refusalText } from "../../src/functions/messages";
import { standingIn, type SavedWorkbook } from "../../src/package";
import { viewAsOf } from "../../src/query/as-of";
import { lackingText, neededText } from "../../src/update/texts";
import { Refusal } from "../../src/query/refusal";
import type { Standing } from "../../src/sheets/record";
import { Refused } from "./refused";
import { textsIn } from "./texts";
import { UsageError, type Command } from "./usage";

/**
 * Where a workbook stands: as was typed, else as it says itself; and the standing that its cells are still to leave, another
 * one where a refresh was not completed. Throws a `Refused` where neither tells.
 */
export function standingOf(
  workbook: SavedWorkbook,
  { options, language }: Command,
  session: Session,
): { readonly here: Standing; readonly from: Standing } {
  if (options.from !== undefined) {
    const typed = asOf(options.from, "--from", session);
    return { here: typed, from: typed };
  }
  const found = standingIn(workbook.file);
  if (found.kind !== "known") throw new Refused(textsIn(language).standings[found.kind]);
  const { refreshing, ...here } = found.standing;
  const from = refreshing?.from ?? here;
  for (const { release, address } of [here, from]) {
    if (release !== undefined && session.dataset.lacks(release))
      throw new Refused(lackingText(release, address, language));
    if (release !== undefined && session.dataset.answering(release) < 0)
      throw new Refused(neededText(release, session.dataset.release, language));
  }
  return { here, from };
}

/** A day or a data release as somebody typed it. Throws a `UsageError` for what is neither. */
export function asOf(text: string, option: string, session: Session): Standing {
  try {
    const { release, day } = viewAsOf(session.dataset, {}, text, option).at;
    if (release !== undefined && session.dataset.lacks(release))
      throw new UsageError(lackingText(release, undefined, session.language));
    return { release: release ?? session.dataset.release, day };
  } catch (error) {
    throw error instanceof Refusal ? new UsageError(refusalText(error, session)) : error;
  }
}

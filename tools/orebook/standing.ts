import type { Session } from "../../src/functions";
import { refusalText } from "../../src/functions/messages";
import { standingIn, type SavedWorkbook } from "../../src/package";
import { viewAsOf } from "../../src/query/as-of";
import { lackingText } from "../../src/update/texts";
import { Refusal } from "../../src/query/refusal";
import type { Standing } from "../../src/sheets/record";
import { Refused } from "./refused";
import { textsIn } from "./texts";
import { UsageError, type Command } from "./usage";

/** Where a workbook stands: as was typed, else as it says itself. Throws a `Refused` where neither tells. */
export function standingOf(workbook: SavedWorkbook, { options, language }: Command, session: Session): Standing {
  if (options.from !== undefined) return asOf(options.from, "--from", session);
  const found = standingIn(workbook.file);
  if (found.kind === "known") {
    const { release } = found.standing;
    if (release !== undefined && session.dataset.lacks(release))
      throw new Refused(lackingText(release, undefined, language));
    if (release !== undefined) asOf(release, "--from", session);
    return found.standing;
  }
  throw new Refused(textsIn(language).standings[found.kind]);
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

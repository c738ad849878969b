import type { Session } from "../../functions";
import { sameStanding, type StandingRecord } from "../record";
import { refreshSources } from "./update";

/**
 * Brings the Sources sheet up to date, where there is one, whenever the workbook has moved to another data release or day
 * and its cells have followed. What somebody else's Excel moves, that Excel brings there. A sheet that cannot be written
 * then stays as it is: it says when it was written.
 */
export function keepSources(standing: Pick<StandingRecord, "onChange" | "read">, session: () => Promise<Session>, today: () => Date): () => void {
  let last: Promise<unknown> = Promise.resolve();
  const update = async () => refreshSources(await session(), today()).catch(() => undefined);
  let before = standing.read();
  return standing.onChange((now, by) => {
    const hasMoved = before.refreshing !== undefined || !sameStanding(before, now);
    before = now;
    if (hasMoved && !now.refreshing && by === "here") last = last.then(update);
  });
}

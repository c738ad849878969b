import type { Session } from "../../functions";
import type { StandingRecord } from "../record";
import { refreshSources } from "./update";

/**
 * Brings the Sources sheet up to date, where there is one, whenever the workbook has moved to another data release or day
 * and its cells have followed. A sheet that cannot be written then stays as it is: it says when it was written.
 */
export function keepSources(standing: Pick<StandingRecord, "onChange">, session: () => Promise<Session>, now: () => Date): () => void {
  let last: Promise<unknown> = Promise.resolve();
  const update = async () => refreshSources(await session(), now()).catch(() => undefined);
  return standing.onChange(({ refreshing }) => {
    if (!refreshing) last = last.then(update);
  });
}

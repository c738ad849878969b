import type { Session } from "../../functions";
import { sameStanding, type StandingRecord } from "../../sheets/record";
import type { ReleaseControl } from "../refresh/release-control";
import { refreshSources } from "./update";

export interface SourcesKeeper {
  readonly standing: Pick<StandingRecord, "onChange" | "read">;
  readonly releases: Pick<ReleaseControl, "onChange" | "state">;
  session(): Promise<Session>;
  today(): Date;
}

/**
 * Brings the Sources sheet up to date, where there is one, whenever the workbook has moved to another data release or day
 * and its cells have followed, and whenever only inserted tables have. What somebody else's Excel moves, that Excel brings
 * there. A sheet that cannot be written then stays as it is: it says when it was written.
 */
export function keepSources({ standing, releases, session, today }: SourcesKeeper): void {
  let last: Promise<unknown> = Promise.resolve();
  const update = async () => refreshSources(await session(), today()).catch(() => undefined);
  let before = standing.read();
  standing.onChange((now, by) => {
    const hasMoved = before.refreshing !== undefined || !sameStanding(before, now);
    before = now;
    if (hasMoved && !now.refreshing && by === "here") last = last.then(update);
  });
  let { outcome } = releases.state;
  releases.onChange(() => {
    const { outcome: now } = releases.state;
    if (now === outcome) return;
    outcome = now;
    const areTablesNew = now?.tables.some(({ state }) => state === "new") === true;
    const hasWorkbookMoved =
      now !== undefined && !sameStanding(now.from, now.to) && sameStanding(now.to, standing.read());
    if (areTablesNew && !hasWorkbookMoved) last = last.then(update);
  });
}

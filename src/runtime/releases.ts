import { Refresher } from "../workbook/refresh/refresher";
import { ReleaseDesk } from "../workbook/refresh/desk";
import type { StandingRecord } from "../sheets/record";
import { keepSources } from "../workbook/sources/keep";
import type { SessionLoader } from "./session";

/** What a person can do about data releases in this workbook. Call once the first session is there. */
export function openDesk(sessions: SessionLoader, standing: StandingRecord): ReleaseDesk {
  const now = () => new Date();
  // While a release that the workbook needs cannot be had, the last one that answered is what there is to show.
  let last = sessions.arrival.now!;
  sessions.arrival.onChange((arrived) => (last = arrived ?? last));
  const session = () => last;
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const desk = new ReleaseDesk({
    standing,
    channel: sessions.channel,
    refresher: new Refresher({ standing, session, pause, now }),
    session,
    now,
  });
  keepSources({ standing, desk, session: () => sessions.load(), today: now });
  return desk;
}

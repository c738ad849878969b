import { Refresher } from "../workbook/refresh/refresher";
import { ReleaseControl } from "../workbook/refresh/release-control";
import type { StandingRecord } from "../sheets/record";
import { keepSources } from "../workbook/sources/keep";
import type { SessionLoader } from "./session";

/** What a person can do about data releases in this workbook. Call once the first session is there. */
export async function openReleaseControl(sessions: SessionLoader, standing: StandingRecord): Promise<ReleaseControl> {
  const now = () => new Date();
  // While a release that the workbook needs cannot be had, the last one that answered is what there is to show.
  let last = sessions.arrival.now!;
  sessions.arrival.onChange((arrived) => (last = arrived ?? last));
  const session = () => last;
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const releases = new ReleaseControl({
    standing,
    channel: await sessions.channel(),
    refresher: new Refresher({ standing, session, pause, now }),
    session,
    now,
  });
  keepSources({ standing, releases, session: () => sessions.load(), today: now });
  return releases;
}

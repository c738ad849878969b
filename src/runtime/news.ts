import type { Language } from "../query/describe";
import type { StandingRecord } from "../sheets/record";
import type { Pane } from "../taskpane";
import { movedNews, offeredNews, type NewsActs } from "../taskpane/workbook/refresh/news";
import type { SessionLoader } from "./session";

/** Fetched after the start: what the pane says by itself about data releases. */
export function bringNews(pane: Pane, record: StandingRecord, sessions: SessionLoader): void {
  watchOthers(pane, record);
  void ask(pane, record, sessions);
}

/**
 * A workbook that may ask shows first what there is to decide: newer data, or a refresh that is not complete. A newer
 * release that the channel has is only told of. Nothing happens unasked.
 */
async function ask(pane: Pane, record: StandingRecord, sessions: SessionLoader): Promise<void> {
  const session = await sessions.load().catch(() => undefined);
  if (!session) return;
  // Another copy of the add-in may have moved it meanwhile.
  await record.reread().catch(() => undefined);
  const { release, day, onOpen, refreshing } = record.read();
  const mayAsk = onOpen === "ask" && day === undefined;
  const isBehind = release !== undefined && release !== session.dataset.release;
  if (refreshing || (mayAsk && isBehind)) return pane.open("updates");
  if (!mayAsk) return;
  const channel = await sessions.channel();
  const state = await channel.check();
  if (state.kind !== "offered") return;
  tell(pane, (language, acts) => offeredNews(language, state.notice, acts));
  const end = channel.onChange(({ kind }) => {
    if (kind !== "fetching") return;
    // It was taken up: that is no news any more.
    end();
    pane.tell(undefined);
  });
}

/** Somebody else who has the workbook open may move it: the pane says so, and no cell is touched. */
function watchOthers(pane: Pane, record: StandingRecord): void {
  record.onChange((now, by) => {
    if (by === "elsewhere" && record.movedElsewhere) tell(pane, (language, acts) => movedNews(language, now, acts));
  });
  record.watch();
  // Where Excel does not tell of it, it is noticed when the user comes back to the pane.
  window.addEventListener("focus", () => void record.reread().catch(() => undefined));
}

/** Shows news above the view; it leads to the tab on data releases. */
function tell(pane: Pane, build: (language: Language, acts: NewsActs) => HTMLElement): void {
  pane.tell((language, done) => build(language, { see: () => pane.open("updates"), done }));
}

import { associateCommands, type PanePlace } from "../commands";
import { browserStorage, mountPane, type Pane } from "../taskpane";
import type { Session } from "../functions";
import { ENGLISH } from "../sheets/notation/culture";
import { readCulture } from "../workbook/culture";
import { readDateSystem } from "../workbook/date-system";
import { excelWorkbook } from "../workbook/excel-workbook";
import { fileMemory } from "../workbook/record/memory";
import { documentSettings } from "../workbook/record/settings";
import { sameStanding, StandingRecord } from "../sheets/record";
import type { ReleaseControl } from "../workbook/refresh/release-control";
import { requireSigned } from "../update/verify/signature";
import { associateAll } from "./custom-functions";
import { learnDateSystem } from "./dates";
import { patiently, pauseOf } from "./readiness";
import { displayLanguage, SessionLoader } from "./session";
import { officeTheme } from "./theme";

/**
 * Entry of the shared runtime: one page for functions, pane and ribbon. Functions are associated first and synchronously;
 * the data comes next; the pane last, because no formula waits for it.
 */
const ready = typeof Office === "undefined" ? Promise.resolve(undefined) : Office.onReady();
const standing = ready.then((info) => (isExcel(info) ? openStanding() : undefined));
const dates = ready.then((info) => (isExcel(info) ? learnDateSystem(readDateSystem) : 1900));
const sessions = new SessionLoader({
  bundled: __RELEASE_FILE__,
  channel: new URL(__RELEASE_CHANNEL__, location.href).href,
  authenticate: __RELEASE_KEY__ ? (notice) => requireSigned(notice, __RELEASE_KEY__, crypto.subtle) : undefined,
  standing,
  dates,
  notation: ready.then((info) => (isExcel(info) ? readCulture() : ENGLISH)).catch(() => ENGLISH),
});
let calls = 0;
if (typeof CustomFunctions !== "undefined")
  associateAll(sessions.arrival, dates, () => {
    calls++;
    sessions.used();
  });
// A failure is told by every formula and by the pane, which offers to try again. As a job of its own: a browser that is watched
// notes where a request comes from, and from within a program it looks through all of it for that.
queueMicrotask(() => void sessions.load().catch(() => undefined));

void start();

/** A workbook that this copy of the add-in has no word of may have been used with another one, which left word in the file. */
async function openStanding(): Promise<StandingRecord> {
  const record = new StandingRecord(documentSettings(), fileMemory());
  // What cannot be read is looked at again before anything is written.
  await patiently(() => record.open()).catch(() => undefined);
  return record;
}

async function start(): Promise<void> {
  const info = await ready;
  const root = document.getElementById("pane");
  if (!root) return;
  const mounted = mounting(root, {
    session: loaded,
    workbook: isExcel(info) ? excelWorkbook(() => sessions.used()) : undefined,
    language: displayLanguage(),
    storage: browserStorage(typeof Office === "undefined" ? undefined : Office.context?.partitionKey),
    theme: officeTheme(),
    addinVersion: __ADDIN_VERSION__,
    ...(isExcel(info) && { releases }),
    functionName: (id) =>
      __FUNCTION_NAMESPACE__ && !id.startsWith(`${__FUNCTION_NAMESPACE__}.`) ? `${__FUNCTION_NAMESPACE__}.${id}` : id,
  });
  if (isExcel(info))
    associateCommands({
      session: () => sessions.load(),
      show: async (place) => show(await mounted, place),
      lookAgain: () => void mounted.then((pane) => pane.lookAgain()),
      helpAddress: new URL("help.html", location.href).href,
      namespace: __FUNCTION_NAMESPACE__,
    });
  const [pane, record] = await Promise.all([mounted, standing]);
  followSession(pane);
  // The pane is whole without them.
  if (record)
    await import(/* webpackChunkName: "views/news" */ "./news").then(
      ({ bringNews }) => bringNews(pane, record, sessions),
      () => undefined,
    );
}

/** The pane's code would take the processor from what the formulas wait for. */
async function mounting(...pane: Parameters<typeof mountPane>): Promise<Pane> {
  await patientOf(sessions.load());
  await patientOf(pauseOf(() => calls));
  return mountPane(...pane);
}

/** How long the pane waits for the data before it is built, for a pause between formulas, and for Excel to say what dates count from, in milliseconds. */
const PATIENCE = 1000;

async function patientOf(awaited: Promise<unknown>): Promise<void> {
  const isLate = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([awaited.catch(() => undefined), isLate]);
}

async function loaded(): Promise<Session> {
  const session = await sessions.load();
  await patientOf(dates);
  return sessions.arrival.now ?? session;
}

/** Fetched when it is first asked for, so that the start does not wait for it; there is only one. */
let control: Promise<ReleaseControl> | undefined;
function releases(): Promise<ReleaseControl> {
  control ??= openReleases().catch((error: unknown) => {
    control = undefined;
    throw error;
  });
  return control;
}

async function openReleases(): Promise<ReleaseControl> {
  const [{ openReleaseControl }, record] = await Promise.all([
    import(/* webpackChunkName: "views/workbook" */ "./releases"),
    standing,
    sessions.load(),
  ]);
  if (!record) throw new Error("no workbook is open");
  return openReleaseControl(sessions, record);
}

/** The section of the pane that each button of the ribbon leads to, and what is asked of it there. */
const PLACES: Readonly<Record<PanePlace, readonly [section: string, what?: string]>> = {
  refresh: ["updates"],
  tables: ["tables"],
  sources: ["audit", "sources"],
  cell: ["cell"],
  share: ["share"],
  repair: ["audit", "repair"],
  help: ["help"],
};

async function show(pane: Pane, place: PanePlace): Promise<void> {
  await Office.addin.showAsTaskpane();
  pane.open(...PLACES[place]);
}

/** What the pane shows is renewed when formulas answer as of another release or day; a newer file that answers the same changes nothing. */
function followSession(pane: Pane): void {
  let shown = sessions.arrival.now?.standing;
  sessions.arrival.onChange((session) => {
    const isSame = session && (!shown || sameStanding(shown, session.standing));
    shown = session?.standing;
    if (!isSame) void pane.renew();
  });
}

function isExcel(info: { host: Office.HostType } | undefined): boolean {
  return info !== undefined && info.host === Office.HostType.Excel;
}

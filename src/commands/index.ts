import type { Session } from "../functions";

/** What the buttons do to the workbook, fetched when one is pressed, so that the start does not wait for it. */
const deeds = () => import(/* webpackChunkName: "views/workbook" */ "./deeds");

/** Where in the pane a command leads. */
export type PanePlace = "refresh" | "tables" | "sources" | "cell" | "share" | "repair" | "help";

/** What commands need from the runtime they share with the pane. */
export interface CommandServices {
  session(): Promise<Session>;
  /** Opens the pane, if it is closed, at a place. */
  show(place: PanePlace): Promise<void>;
  /** Has what the pane shows looked at again: the workbook was written to. */
  lookAgain(): void;
  /** Address of the help's first page. */
  readonly helpAddress: string;
  /** Namespace of the build, "" for the ordinary one. */
  readonly namespace: string;
}

interface Command {
  /** Where the pane says more when the command cannot do all by itself. */
  readonly place: PanePlace;
  /** Does what can be done with the pane closed; false when the pane must say or ask something. */
  run(services: CommandServices): Promise<boolean>;
}

const toPane = (): Promise<boolean> => Promise.resolve(false);

/** The functions that the manifest's buttons run, by their names there. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  refresh: { place: "refresh", run: toPane },
  insertTable: { place: "tables", run: toPane },
  sources: { place: "sources", run: bringSources },
  cell: { place: "cell", run: toPane },
  share: { place: "share", run: toPane },
  repair: { place: "repair", run: repairAll },
  help: { place: "help", run: openHelp },
};

/** Ties the ribbon's buttons to what they do. Call once Office is ready. */
export function associateCommands(services: CommandServices): void {
  for (const [name, command] of Object.entries(COMMANDS)) Office.actions.associate(name, handler(command, services));
}

/** A second press while a command runs does nothing more. Excel waits for every press to be completed, whatever happens. */
function handler({ place, run }: Command, services: CommandServices): (event: Office.AddinCommands.Event) => void {
  let running: Promise<void> | undefined;
  const act = async () => {
    const isDone = await run(services).catch(() => false);
    if (!isDone) await services.show(place).catch(() => undefined);
  };
  return (event) => {
    running ??= act().finally(() => (running = undefined));
    void running.finally(() => event.completed());
  };
}

/** Writes the Sources sheet and goes there. */
async function bringSources({ session, lookAgain }: CommandServices): Promise<boolean> {
  const { jumpTo, writeSources } = await deeds();
  const update = await writeSources(await session(), new Date());
  lookAgain();
  return update.kind === "written" && (await jumpTo({ ...update.place, rows: 1, columns: 1 })) === "selected";
}

async function repairAll({ namespace, lookAgain }: CommandServices): Promise<boolean> {
  const { repair } = await deeds();
  const result = await repair(namespace);
  lookAgain();
  return result.kind === "repaired" && result.left.length === 0;
}

/** The guide in the browser, where Excel can open one. */
function openHelp({ helpAddress }: CommandServices): Promise<boolean> {
  const { requirements, ui } = Office.context;
  if (!requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) return Promise.resolve(false);
  ui.openBrowserWindow(helpAddress);
  return Promise.resolve(true);
}

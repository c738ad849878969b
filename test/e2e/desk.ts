/** The workbench as a person has it before them: grid and pane in one page, keyboard and mouse. */
import type { Browser, BrowserContextOptions, Frame, Page } from "playwright-core";
import { run } from "./batch";
import { eventually } from "./eventually";
import { openForAll, orClose } from "./held";
import { builtAddin, openBrowserAtSite, type Site } from "./site";
import { hostOf, openPage, untilReady, type Host, type WatchedPage } from "./watched-page";

export interface Desk extends WatchedPage {
  readonly host: Host;
  /** The add-in's frame: another one after a restart. */
  pane(): Frame;
  /** Resolves when what was done is done, and shown. */
  settled(): Promise<void>;
  /** Clicks a cell of the sheet on screen, so that what is typed next goes there. */
  click(address: string): Promise<void>;
  /** Presses a key such as `Control+c`, when what came before is done, and waits until it is done as well. */
  key(name: string): Promise<void>;
  /** Leaves what is being typed in a cell: Escape closes the lists that are open over it one by one, then ends the entry. */
  leaveEntry(): Promise<void>;
  /** Rests the pointer on a cell. */
  hover(address: string): Promise<void>;
  /** Clicks a cell, types, all at once, and ends with Enter. */
  type(address: string, text: string): Promise<void>;
  /** Waits until cells hold these values; errors by their words. */
  holds(address: string, expected: readonly (readonly unknown[])[]): Promise<void>;
  /** What cells show at this moment. */
  shown(address: string): Promise<unknown[][]>;
  /** Presses a button of the strip above the grid. */
  press(button: string): Promise<void>;
  /** Ends this page. @throws Error when a request wanted to leave this machine. */
  close(): Promise<void>;
}

export interface DeskRoom {
  /**
   * Opens the page with further parameters in its address (`locale=de-DE`); waits until the add-in may be called.
   * `prepare` is given the page before it loads anything.
   */
  open(parameters?: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>): Promise<Desk>;
  /** Opens the page as somebody has it who has no add-in: no function of ours is known there. */
  openWithout(): Promise<Pick<Desk, "page" | "close">>;
  close(): Promise<void>;
}

/** A browser and the served page, for as many desks as a test needs. `addin`: the folder that holds the add-in. */
async function openRoom(addin = builtAddin()): Promise<DeskRoom> {
  const { site, browser, close } = await openBrowserAtSite(addin, "workbench");
  return {
    open: (parameters = "", options = {}, prepare = () => Promise.resolve()) =>
      openDesk(browser, site, parameters, options, prepare),
    openWithout: async () => {
      const { page, assertStayedHere } = await openPage(browser, site);
      const shown = page
        .goto(`${pageAddress(site)}late=${NEVER}`)
        .then(() => page.waitForFunction(() => window.orebookGrid !== undefined));
      await orClose(shown, () => page.context().close());
      return { page, close: () => closePage(page, assertStayedHere) };
    },
    close,
  };
}

/** A room for all tests of the block. `addin` gives the folder that holds the add-in, when the room is opened. */
export function roomForAll(addin = builtAddin): () => DeskRoom {
  return openForAll(
    () => openRoom(addin()),
    (room) => room.close(),
  );
}

/** A desk for all tests of the block, in a room of its own unless one is given. `parameters` as in `DeskRoom.open`. */
export function deskForAll(room = roomForAll(), parameters = ""): () => Desk {
  return openForAll(
    () => room().open(parameters),
    (desk) => desk.close(),
  );
}

/** Later than any test runs (ms). */
const NEVER = 3_600_000;

const pageAddress = (site: Site): string => `${site.host}/?addin=${site.addin}/taskpane.html&features=2&`;

async function closePage(page: Page, assertStayedHere: () => void): Promise<void> {
  await page.context().close();
  assertStayedHere();
}

/** Lists that can be open over an entry, and the entry itself, with some to spare: Escape is pressed no more often. */
const MOST_ESCAPES = 6;

/** Two clicks on a cell within this time (ms) open it for editing. */
const DOUBLE_CLICK = 700;

async function openDesk(
  browser: Browser,
  site: Site,
  parameters: string,
  options: BrowserContextOptions,
  prepare: (page: Page) => Promise<void>,
): Promise<Desk> {
  const watched = await openPage(browser, site, { permissions: ["clipboard-read", "clipboard-write"], ...options });
  const { page, problems } = watched;
  const load = async (): Promise<void> => {
    await prepare(page);
    await page.goto(`${pageAddress(site)}${parameters}`);
    await untilReady(page).catch((error: unknown) => {
      throw new Error(`The add-in did not start: ${String(error)}\n${problems.join("\n")}`);
    });
  };
  await orClose(load(), () => page.context().close());
  const host = hostOf(page);
  const settled = () => page.evaluate(() => window.orebookGrid!.settled());
  const center = async (address: string) => {
    await settled();
    return page.evaluate((at) => window.orebookGrid!.cellCenter(at), address);
  };
  const selected = () => page.evaluate(() => window.orebookGrid!.selected());
  const takesKeys = () => page.evaluate(() => window.orebookGrid!.takesKeys());
  let last = { address: "", at: 0 };
  const click = async (address: string): Promise<void> => {
    const { x, y } = await center(address);
    if ((await selected()) !== address || !(await takesKeys())) {
      if (address === last.address) await page.waitForTimeout(Math.max(0, last.at + DOUBLE_CLICK - Date.now()));
      await page.mouse.click(x, y);
      last = { address, at: Date.now() };
    }
    await eventually(selected, address);
    await settled();
    await eventually(takesKeys, true);
  };
  const key = async (name: string): Promise<void> => {
    await settled();
    await page.keyboard.press(name);
    await settled();
  };
  const isEditing = () => page.evaluate(() => window.orebookGrid!.isEditing());
  return {
    ...watched,
    host,
    pane: () => page.frames().find((frame) => frame.url().startsWith(site.addin))!,
    settled,
    click,
    key,
    leaveEntry: async () => {
      for (let pressed = 0; await isEditing(); pressed++) {
        if (pressed === MOST_ESCAPES)
          throw new Error(`The cell is still open for typing after Escape was pressed ${MOST_ESCAPES} times.`);
        await key("Escape");
      }
    },
    hover: async (address) => {
      const { x, y } = await center(address);
      await page.mouse.move(x, y);
      await page.mouse.move(x + 1, y + 1);
    },
    type: async (address, text) => {
      await click(address);
      await page.keyboard.insertText(text);
      await key("Enter");
    },
    holds: async (address, expected) => {
      const read = async () => plain((await host.read(address)).values);
      await eventually(read, expected).catch(async (error: Error) => {
        const [{ formulas }, shown] = [
          await host.read(address),
          await page.evaluate((at) => window.orebookGrid!.shown(at), address),
        ];
        throw new Error(`${error.message}\n${address}: ${JSON.stringify(formulas)} shows ${JSON.stringify(shown)}`);
      });
    },
    shown: async (address) => plain(await page.evaluate((at) => window.orebookGrid!.shown(at), address)),
    press: async (button) => {
      await settled();
      await page.locator("#ribbon").getByRole("button", { name: button, exact: true }).click();
    },
    close: () => closePage(page, watched.assertStayedHere),
  };
}

/** Errors as their words. */
function plain(values: readonly (readonly unknown[])[]): unknown[][] {
  return values.map((row) =>
    row.map((value) => (typeof value === "object" && value !== null && "error" in value ? value.error : value)),
  );
}

/** A sheet of its own for a test, on screen. */
export async function newSheet(desk: Desk, name: string): Promise<void> {
  await run(
    desk.pane(),
    async (context, sheet: string) => {
      context.workbook.worksheets.add(sheet).activate();
      await context.sync();
    },
    name,
  );
  await desk.settled();
}

/** What tests hold open (pages, browsers, folders): it is closed after them whatever fails, what was opened last first. */

import { folder } from "../tools/folder";

type Close = () => unknown;

/** How to close what is open at this moment, in the order of opening: what came later may need what came before. */
const open: Close[] = [];

/** Opens something before all tests of the block and closes it after them. Gives what gets hold of it while they run. */
export function openForAll<T>(opens: () => T | Promise<T>, closes: (opened: T) => unknown): () => T {
  return held(opens, closes, beforeAll, afterAll);
}

/** Opens something anew before each test of the block and closes it after the test. Gives what gets hold of it in the test. */
export function openForEach<T>(opens: () => T | Promise<T>, closes: (opened: T) => unknown): () => T {
  return held(opens, closes, beforeEach, afterEach);
}

/** An empty folder for all tests of the block. */
export function folderForAll(): () => string {
  const made = openForAll(
    () => folder({}),
    ({ remove }) => remove(),
  );
  return () => made().path;
}

/** For what a test opens itself: closes everything that was given to the function it gives, after the test. */
export function closeAfterEach(): <T extends { close(): unknown }>(opened: T) => T {
  let closers: Close[] = [];
  afterEach(async () => {
    const given = closers;
    closers = [];
    await closeDownTo(given[0]);
  });
  return (opened) => {
    const close = () => opened.close();
    closers.push(close);
    open.push(close);
    return opened;
  };
}

/** Waits for work with something that is already open, and closes that when the work fails. @throws what the work threw. */
export async function orClose<T>(work: Promise<T>, close: Close): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await close();
    throw error;
  }
}

type Hook = (act: () => unknown) => void;

function held<T>(opens: () => T | Promise<T>, closes: (opened: T) => unknown, before: Hook, after: Hook): () => T {
  let now: { readonly opened: T; readonly close: Close } | undefined;
  before(async () => {
    const opened = await opens();
    now = { opened, close: () => closes(opened) };
    open.push(now.close);
  });
  after(async () => {
    const close = now?.close;
    now = undefined;
    await closeDownTo(close);
  });
  return () => {
    if (!now) throw new Error("This is open only while the tests of its block run.");
    return now.opened;
  };
}

/** Closes what was opened since `first`, and that. @throws the first failure, when all has been closed. */
async function closeDownTo(first: Close | undefined): Promise<void> {
  // Closed already, with what it was opened on.
  if (!first || !open.includes(first)) return;
  const failures: unknown[] = [];
  for (const close of open.splice(open.indexOf(first)).reverse()) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

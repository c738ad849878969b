import { asWorkbookError, isNotGrouped, WorkbookError } from "../sheets/workbook-error";

/**
 * A hidden name that stands in the workbook while Orebook writes there; its comment says who writes, and since when. It
 * comes and goes within the undo step of what is written, so that it is none of its own.
 */
const CLAIM = "_orebookclaim";
const FORMULA = "=TRUE";

/** So long a claim is heeded: of a page that is gone nobody takes it away. */
const LEASE_MILLISECONDS = 60_000;

/** A second Orebook waits so often for so long, and then leaves it. */
const TRIES = 8;
const PAUSE_MILLISECONDS = 500;

/** This page, as long as it is open. */
const ME = crypto.randomUUID();

/** The claim of this page, and how much of its work rests on it. */
let held: Promise<void> | undefined;
let users = 0;

/** Does work that writes while no other Orebook does. Rejects as `claimed` where another one writes all the time. */
export async function claimed<T>(context: Excel.RequestContext, work: () => Promise<T>): Promise<T> {
  users++;
  try {
    await (held ??= claim(context));
    return await work();
  } finally {
    const isLast = --users === 0;
    const ours = held;
    if (isLast) held = undefined;
    // One that stays is heeded for a minute, and never here.
    const leave = () => release(context);
    // A second time where the first message is lost.
    if (isLast && ours) await ours.then(() => leave().catch(leave)).catch(() => undefined);
  }
}

async function claim(context: Excel.RequestContext): Promise<void> {
  for (let tries = 1; ; tries++) {
    const other = await enter(context);
    if (other === undefined) return;
    if (tries === TRIES) throw new WorkbookError("claimed");
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

/** Adds the claim, in one message where none is there. Gives the comment of another one's. */
async function enter(context: Excel.RequestContext): Promise<string | undefined> {
  const known = lookAt(context);
  add(context, commentNow());
  try {
    await context.sync();
    // Some builds of Excel put a name in the place of another.
    if (known.isNullObject || !isHeeded(known.comment)) return undefined;
    remove(context);
    add(context, known.comment);
    await context.sync();
    return known.comment;
  } catch (error) {
    return enterAnew(context, error);
  }
}

/** There is one already, or Excel did not answer: the workbook knows. */
async function enterAnew(context: Excel.RequestContext, error: unknown): Promise<string | undefined> {
  const known = lookAt(context);
  await context.sync();
  // As a fault of the claim's own: where Excel stopped says nothing of the work, which has not begun.
  if (known.isNullObject) throw isNotGrouped(error) ? error : asWorkbookError(error);
  if (isHeeded(known.comment)) return known.comment;
  remove(context);
  add(context, commentNow());
  await context.sync();
  return undefined;
}

async function release(context: Excel.RequestContext): Promise<void> {
  remove(context);
  await context.sync();
}

function lookAt(context: Excel.RequestContext): Excel.NamedItem {
  return context.workbook.names.getItemOrNullObject(CLAIM).load("comment");
}

function add(context: Excel.RequestContext, comment: string): void {
  context.workbook.names.add(CLAIM, FORMULA, comment).visible = false;
}

function remove(context: Excel.RequestContext): void {
  context.workbook.names.getItemOrNullObject(CLAIM).delete();
}

function commentNow(): string {
  return `${ME} ${Date.now()}`;
}

/** Whether another page's claim counts. */
function isHeeded(comment: string): boolean {
  const [who, since] = comment.split(" ");
  return who !== ME && Math.abs(Date.now() - Number(since)) < LEASE_MILLISECONDS;
}

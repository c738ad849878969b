import { addressOf, type Place } from "../../sheets/notation/place";
import type { Block, Target } from "../../sheets/insert/block";
import type { Insertion } from "../../workbook/insert/insert";
import type { WorkbookPort } from "../../workbook/port";
import type { TableInsertion } from "../../workbook/insert/insert-table";
import type { Texts } from "../texts";
import { faultNotice, isFree, SILENT, targetNotice, type Notice } from "./notice";
import { latestLook } from "../context/latest-look";

/** Something to insert: the block it comes to, and how it is written where writing the block alone is not all. */
export interface Insertable {
  readonly block: Block;
  write?(at: Place, overwrite: boolean): Promise<Insertion | TableInsertion>;
  /** Whether a place holds a cell that what is inserted refers to: it is never written over. */
  reads?(place: Place): boolean;
}

/** What the panel shows of the state of an insertion. */
export interface InserterState {
  readonly notice: Notice;
  /** Where the block would go; undefined until the workbook has answered. */
  readonly at: Place | undefined;
  /** What stands in the way there, if anything does. */
  readonly obstacle: Target | undefined;
  /** Whether what stands there may be written over. */
  readonly mayOverwrite: boolean;
  readonly isBusy: boolean;
  /** The insertion that can be taken back. */
  readonly canUndo: boolean;
}

/** The steps of an insertion: look where it would go, write it, take it back. Knows nothing of the page. */
export class Inserter {
  private current: InserterState = {
    notice: SILENT,
    at: undefined,
    obstacle: undefined,
    mayOverwrite: false,
    isBusy: false,
    canUndo: false,
  };
  private what: Insertable | undefined;
  /** Where the user wants it; "" for the active cell, whichever that is. */
  private address = "";
  private last: Pick<Extract<Insertion, { kind: "inserted" }>, "place" | "undo"> | undefined;
  /** From where it was just inserted: what Excel then tells of the cell is no news, and "Inserted" stands until another is selected. */
  private from: Place | undefined;
  /** Counts what was done or said since: a look that began before is of no interest. */
  private turn = 0;

  constructor(
    private readonly workbook: WorkbookPort,
    private readonly texts: Texts,
    private readonly changed: (state: InserterState) => void,
  ) {}

  get state(): InserterState {
    return this.current;
  }

  /** Something else is to be inserted, or nothing. */
  async plan(what: Insertable | undefined): Promise<void> {
    this.what = what;
    this.from = undefined;
    await this.look();
  }

  /** It is to go to an address; "" for the active cell. */
  async aim(address: string): Promise<void> {
    this.address = address;
    this.turn++;
    this.from = undefined;
    await this.look();
  }

  /** Looks at the active cell again: it may be another one, or hold something now. */
  readonly look = latestLook(
    async () => ({ turn: this.turn, seen: await this.seen() }),
    ({ turn, seen }) => {
      if (turn !== this.turn) return;
      const isStill = this.from && seen.at && addressOf(this.from) === addressOf(seen.at);
      if (!isStill) this.from = undefined;
      this.update(isStill ? { ...seen, notice: this.current.notice } : seen);
    },
  );

  /** Writes at the active cell, at the next free place, or over what is there. */
  async insert(where: "here" | "nextFree" | "over"): Promise<void> {
    const { at, obstacle } = this.current;
    const place = where === "nextFree" ? obstacle?.nextFree : at;
    const { what } = this;
    if (!what || !place || this.current.isBusy) return;
    const overwrite = where === "over";
    await this.busy(async () => {
      const outcome = await (what.write?.(place, overwrite) ?? this.workbook.insert(what.block, place, overwrite));
      if (outcome.kind === "refused") return { notice: { tone: "error", text: outcome.reason } };
      if (outcome.kind === "notFree")
        return { obstacle: outcome.target, notice: targetNotice(this.texts, outcome.target) };
      this.last = outcome;
      this.from = at;
      return {
        obstacle: undefined,
        canUndo: true,
        notice: { tone: "success", text: this.texts.insert.inserted(addressOf(outcome.place)) },
      };
    });
  }

  async undo(): Promise<void> {
    const { last } = this;
    if (!last || this.current.isBusy) return;
    await this.busy(async () => {
      const address = addressOf(last.place);
      const outcome = await last.undo();
      this.last = undefined;
      const tone = outcome === "undone" ? "plain" : "warning";
      return { canUndo: false, notice: { tone, text: this.texts.insert[outcome](address) } };
    });
  }

  /** Shows a notice that has nothing to do with the workbook. */
  say(notice: Notice): void {
    this.turn++;
    this.from = undefined;
    this.update({ notice });
  }

  private async seen(): Promise<Partial<InserterState>> {
    const { what, address } = this;
    try {
      const at = await (address === "" ? this.workbook.activeCell() : this.workbook.locate(address));
      if (!at)
        return {
          at,
          obstacle: undefined,
          mayOverwrite: false,
          notice: { tone: "error", text: this.texts.insert.noPlace(address) },
        };
      if (!what) return { at, obstacle: undefined, notice: SILENT };
      const target = await this.workbook.inspect(what.block, at);
      const reads = what.reads?.(target.place) ?? false;
      const nextFree = target.nextFree && !what.reads?.(target.nextFree) ? target.nextFree : undefined;
      const notice = reads
        ? ({ tone: "warning", text: this.texts.insert.readsItself(addressOf(target.place)) } as const)
        : targetNotice(this.texts, target);
      return {
        at,
        obstacle: isFree(target) && !reads ? undefined : { ...target, nextFree },
        mayOverwrite: !reads && target.table === undefined && target.merged === undefined,
        notice,
      };
    } catch (error) {
      return { at: undefined, obstacle: undefined, notice: faultNotice(this.texts, error) };
    }
  }

  private async busy(work: () => Promise<Partial<InserterState>>): Promise<void> {
    this.turn++;
    this.from = undefined;
    this.update({ isBusy: true });
    try {
      this.update({ ...(await work()), isBusy: false });
    } catch (error) {
      this.update({ notice: faultNotice(this.texts, error), isBusy: false });
    }
  }

  private update(change: Partial<InserterState>): void {
    this.current = { ...this.current, ...change };
    this.changed(this.current);
  }
}

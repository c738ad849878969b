import type { Dataset } from "../dataset/dataset";
import { fetchBytes, fetchText, type Fetch } from "./download";
import { compareVersions, type Notice, readNotice } from "./notice";
import { refuse, ReleaseRefusal } from "./refusal";
import type { Digester } from "./verify/verify";

/** Refuses a release that is not worth fetching: too large, too new for the add-in, or older than the one in use. */
function requireWanted(
  notice: Notice,
  current: Pick<Dataset, "release" | "date" | "releases">,
  addinVersion: string,
  limit: number,
): void {
  const { release, date, bytes, minAddin } = notice;
  if (current.releases.some(({ id }) => id === release) || date < current.date)
    refuse("older", { offered: release, current: current.release });
  if (compareVersions(minAddin, addinVersion) > 0) refuse("addinTooOld", { needs: minAddin, has: addinVersion });
  if (bytes > limit) refuse("oversized", { bytes, limit });
}

/** No release may be larger: 64 MiB. */
export const RELEASE_LIMIT = 64 * 1024 * 1024;

const NOTICE = "latest.json";

export type ChannelState =
  /** Nothing was asked yet. */
  | { readonly kind: "idle" }
  | { readonly kind: "checking" }
  /** The release in use is the latest. */
  | { readonly kind: "latest" }
  /** A newer release is there and was not fetched. */
  | { readonly kind: "offered"; readonly notice: Notice }
  | { readonly kind: "fetching"; readonly notice: Notice; readonly received: number }
  | { readonly kind: "verifying"; readonly notice: Notice }
  /** A newer release is in memory and verified. */
  | { readonly kind: "ready"; readonly notice: Notice; readonly dataset: Dataset }
  /** What was offered was not taken; the release in use stays. */
  | { readonly kind: "refused"; readonly refusal: ReleaseRefusal };

export interface ChannelOptions {
  /** Address of the folder that holds `latest.json` and the release files; absolute. */
  readonly base: string;
  /** The newest dataset in memory: what is offered must continue it. */
  readonly current: () => Dataset;
  readonly addinVersion: string;
  readonly fetch: Fetch;
  readonly digester: Digester;
  readonly limit?: number;
  /** Refuses a notice whose publisher is not the one this add-in was built for. */
  readonly authenticate?: ((notice: Notice) => Promise<void>) | undefined;
  /** Takes a verified dataset into use; what it throws refuses the release, and the one in use stays. */
  readonly accept?: (dataset: Dataset) => void;
}

/**
 * Where newer data releases come from: static files on any web server. Never throws and never blocks: its state says what
 * became of it. What it fetched is kept in memory, and in the browser's cache under an address that never changes.
 */
export class Channel {
  private now: ChannelState = { kind: "idle" };
  private readonly listeners = new Set<(state: ChannelState) => void>();
  private running: Promise<ChannelState> | undefined;

  constructor(private readonly options: ChannelOptions) {}

  get state(): ChannelState {
    return this.now;
  }

  /** Tells of every change of state; the result ends it. */
  onChange(listener: (state: ChannelState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Asks for the latest release. Resolves with `latest`, `offered`, `ready` (fetched before) or `refused`; an abort leaves the state as it was. */
  check(signal?: AbortSignal): Promise<ChannelState> {
    return this.alone(() => this.look(signal));
  }

  /** Fetches and verifies what is offered, after asking when nothing is known yet. Resolves with `ready`, `latest` or `refused`; an abort brings `offered` back. */
  fetch(signal?: AbortSignal): Promise<ChannelState> {
    return this.alone(async () => {
      if (this.now.kind !== "offered") await this.look(signal);
      return this.now.kind === "offered" ? this.take(this.now.notice, signal) : this.now;
    });
  }

  private async look(signal: AbortSignal | undefined): Promise<ChannelState> {
    const before = this.now;
    this.become({ kind: "checking" });
    return this.attempt(before, signal, async () => {
      const notice = readNotice(await fetchText(this.options.fetch, this.addressOf(NOTICE), signal));
      await this.options.authenticate?.(notice);
      const current = this.options.current();
      if (notice.release === current.release) return { kind: "latest" };
      if (before.kind === "ready" && before.notice.sha256 === notice.sha256) return before;
      requireWanted(notice, current, this.options.addinVersion, this.options.limit ?? RELEASE_LIMIT);
      return { kind: "offered", notice };
    });
  }

  private take(notice: Notice, signal: AbortSignal | undefined): Promise<ChannelState> {
    const { fetch, current, addinVersion, digester, accept } = this.options;
    return this.attempt({ kind: "offered", notice }, signal, async () => {
      const progress = (received: number) => this.become({ kind: "fetching", notice, received });
      const bytes = await fetchBytes(fetch, this.addressOf(notice.file), notice.bytes, progress, signal);
      this.become({ kind: "verifying", notice });
      // Few panes ever take a release: what verifies one is fetched with the first.
      const { verify } = await import(/* webpackChunkName: "views/workbook" */ "./verify/verify");
      const dataset = await verify(bytes, notice, current(), addinVersion, digester);
      accept?.(dataset);
      return { kind: "ready", notice, dataset };
    });
  }

  /** Becomes what `work` comes to, `refused` when it refuses, `before` when it was aborted. */
  private async attempt(
    before: ChannelState,
    signal: AbortSignal | undefined,
    work: () => Promise<ChannelState>,
  ): Promise<ChannelState> {
    try {
      return this.become(await work());
    } catch (error) {
      if (signal?.aborted) return this.become(before);
      const refusal =
        error instanceof ReleaseRefusal ? error : new ReleaseRefusal("unreadable", { detail: reasonOf(error) });
      return this.become({ kind: "refused", refusal });
    }
  }

  /** One thing at a time: whoever asks in between waits for its turn. */
  private alone(work: () => Promise<ChannelState>): Promise<ChannelState> {
    const turn = (this.running ?? Promise.resolve()).then(work, work);
    this.running = turn;
    return turn;
  }

  private become(state: ChannelState): ChannelState {
    this.now = state;
    for (const listener of this.listeners) listener(state);
    return state;
  }

  private addressOf(file: string): string {
    return new URL(file, this.options.base.endsWith("/") ? this.options.base : `${this.options.base}/`).href;
  }
}

/** A sentence of ours says what is wrong; what the engine says of a value that is not there tells nobody anything. */
function reasonOf(error: unknown): string {
  return error instanceof Error && !(error instanceof TypeError) ? error.message : "its parts do not fit together";
}

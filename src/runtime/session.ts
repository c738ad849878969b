import type { Dataset } from "../dataset/dataset";
import { openSession, type Session } from "../functions";
import { en, type Messages } from "../functions/messages/en";
import type { Notation } from "../functions/messages/notation";
import type { DateSystem } from "../query/period/date-system";
import type { Channel, ChannelOptions } from "../update/channel";
import { Shelf } from "../update/shelf";
import { sameStanding, type StandingRecord, type Standing } from "../sheets/record";
import { noteAdded } from "../workbook/record/note-added";
import { Arrival } from "./readiness";
import { loadBundledRelease } from "./release";

export interface SessionSources {
  /** Address of the release that came with the add-in. */
  readonly bundled: string;
  /** Absolute address of the folder where newer releases are published. */
  readonly channel: string;
  /** What refuses a notice of another publisher, where the build was given a public key. */
  readonly authenticate?: ChannelOptions["authenticate"];
  /** Where the open workbook stands; undefined outside Excel. Settles when Office is ready. */
  readonly standing: Promise<StandingRecord | undefined>;
  /** Which year the open workbook counts its dates from, once Excel has said; 1900 outside Excel. Never rejects. */
  readonly dates: Promise<DateSystem>;
  /** How the user writes formulas, once Excel has said. Never rejects. */
  readonly notation?: Promise<Notation>;
}

/** What Excel says of the workbook and its user. */
type Manners = Pick<Session, "dateSystem" | "notation">;

/**
 * The one session of this runtime. It answers as the workbook stands, whatever newer release the add-in has; where the
 * workbook stands on a release that is not here, it is fetched, and nothing is answered without it.
 */
export class SessionLoader {
  readonly arrival = new Arrival<Session>();
  private channelFetched: Promise<Channel> | undefined;
  private shelf: Shelf | undefined;
  private loading: Promise<Session> | undefined;
  private hasBegun = false;
  private messages: Messages = en;
  private manners: Manners = { dateSystem: "unknown" };

  constructor(private readonly sources: SessionSources) {
    void sources.dates.then((dateSystem) => this.learn({ dateSystem }));
    void sources.notation?.then((notation) => this.learn({ notation }));
    void sources.standing.then((record) =>
      record?.onChange((_, by) => {
        void this.follow(record);
        if (by === "here" && this.shelf) void this.noteAddress(record);
      }),
    );
  }

  /** Loads the data, once; after a failure the next call tries afresh. Rejects with an Error whose message is a reason for people. */
  load(): Promise<Session> {
    this.loading ??= this.attempt().catch((error: unknown) => {
      this.loading = undefined;
      this.arrival.fail(error);
      throw error;
    });
    return this.arrival.now ? Promise.resolve(this.arrival.now) : this.loading;
  }

  /**
   * A formula asks, or figures were inserted. The first time the document notes which release it stands on, so that it
   * answers the same for ever; whatever asks after a failure has it tried again.
   */
  used(): void {
    if (this.hasBegun && this.arrival.now) return;
    this.hasBegun = true;
    void this.load().then(
      (session) => this.begin(session),
      () => (this.hasBegun = false),
    );
  }

  /** Where newer releases come from; fetched when it is first asked for, so that the start does not wait for it. */
  channel(): Promise<Channel> {
    this.channelFetched ??= this.fetchChannel().catch((error: unknown) => {
      this.channelFetched = undefined;
      throw error;
    });
    return this.channelFetched;
  }

  private async fetchChannel(): Promise<Channel> {
    const { Channel } = await import(/* webpackChunkName: "views/news" */ "../update/channel");
    return new Channel({
      base: this.sources.channel,
      current: () => this.datasets.newest,
      addinVersion: __ADDIN_VERSION__,
      fetch: (address, options) => fetch(address, options),
      digester: crypto.subtle,
      authenticate: this.sources.authenticate,
      accept: (dataset) => this.take(dataset),
    });
  }

  private async begin({ standing: { release } }: Session): Promise<void> {
    const record = await this.sources.standing;
    // A document that cannot be written to is answered all the same.
    if (release !== undefined) await record?.begin(release).catch(() => undefined);
    await this.noteAddress(record);
  }

  private async noteAddress(record: StandingRecord | undefined): Promise<void> {
    const { newest } = this.datasets;
    if (record && newest.overlay) await noteAdded(record, newest);
  }

  private learn(more: Partial<Manners>): void {
    this.manners = { ...this.manners, ...more };
    const { now } = this.arrival;
    if (now) this.arrival.arrive({ ...now, ...this.manners });
  }

  /** @throws Error before the first release is there. */
  private get datasets(): Shelf {
    if (!this.shelf) throw new Error("no data release is loaded");
    return this.shelf;
  }

  private async attempt(): Promise<Session> {
    const [dataset, record, messages] = await Promise.all([
      this.shelf?.newest ?? loadBundledRelease(this.sources.bundled),
      this.sources.standing,
      this.sources.standing.then(readMessages),
    ]);
    this.messages = messages;
    this.shelf ??= new Shelf(dataset);
    return this.stand(record);
  }

  /** The workbook stands elsewhere. Without the release it is on nothing is answered. */
  private async follow(record: StandingRecord): Promise<void> {
    if (!this.shelf) return;
    try {
      await this.stand(record);
    } catch (error) {
      this.loading = undefined;
      this.arrival.fail(error);
    }
  }

  /** Answers from now on as the workbook stands. Rejects when its release cannot be had. */
  private async stand(record: StandingRecord | undefined): Promise<Session> {
    const here = (): Standing => record?.read() ?? {};
    const isMissing = (release: string | undefined): release is string =>
      release !== undefined && !this.datasets.has(release);
    if (isMissing(here().release))
      await this.channel().then(
        (channel) => channel.fetch(),
        () => undefined,
      );
    const { release, day, address, added } = here();
    if (isMissing(release) && !this.datasets.newest.lacks(release)) {
      const { neededText } = await import(/* webpackChunkName: "views/workbook" */ "../update/texts");
      throw new Error(neededText(release, this.datasets.newest.release, displayLanguage()));
    }
    return this.answerFrom(this.datasets.newest, {
      release: release ?? this.datasets.newest.release,
      day,
      address,
      added,
    });
  }

  /** A newer file answers for the older release as before: it is taken into use without anyone noticing. One of which nothing can be asked is given up again. */
  private take(dataset: Dataset): void {
    const { now } = this.arrival;
    this.datasets.put(dataset);
    try {
      if (now) this.answerFrom(dataset, now.standing);
    } catch (error) {
      this.datasets.rollBack(now?.standing.release ?? dataset.release);
      throw error;
    }
  }

  private answerFrom(dataset: Dataset, standing: Standing): Session {
    const { now } = this.arrival;
    if (now?.dataset === dataset && sameStanding(now.standing, standing)) return now;
    const session =
      now?.dataset === dataset
        ? { ...now, standing }
        : {
            ...openSession(dataset, this.messages, {
              addinVersion: __ADDIN_VERSION__,
              namespace: __FUNCTION_NAMESPACE__,
              language: this.messages === en ? "en" : displayLanguage(),
              standing,
            }),
            ...this.manners,
          };
    this.arrival.arrive(session);
    return session;
  }
}

/** Known once Office is ready. What cannot be fetched is said in English. */
async function readMessages(): Promise<Messages> {
  if (displayLanguage() === "en") return en;
  const fetched = import(/* webpackChunkName: "texts/chinese-messages" */ "../functions/messages/zh");
  return fetched.then(
    ({ zh }) => zh,
    () => en,
  );
}

/** Office's display language, or outside Office the browser's: messages follow it, names never do. */
export function displayLanguage(): "en" | "zh" {
  const language = (typeof Office === "undefined" ? undefined : Office.context?.displayLanguage) ?? navigator.language;
  return /^zh\b/i.test(language) ? "zh" : "en";
}

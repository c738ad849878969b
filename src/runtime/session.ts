import { createSession, type Session } from "../functions";
import { Arrival } from "./readiness";
import { loadBundledRelease } from "./release";

/** The one session of this runtime: formulas wait for it, the pane can try again when it failed. */
export class SessionLoader {
  readonly arrival = new Arrival<Session>();
  private loading: Promise<Session> | undefined;

  /** `ready` settles when Office has said which language it shows. */
  constructor(
    private readonly address: string,
    private readonly ready: Promise<unknown>,
  ) {}

  /** Loads the data, once; after a failure the next call tries afresh. Rejects with an Error whose message is a reason for people. */
  load(): Promise<Session> {
    this.loading ??= this.attempt().catch((error: unknown) => {
      this.loading = undefined;
      this.arrival.fail(error);
      throw error;
    });
    return this.loading;
  }

  private async attempt(): Promise<Session> {
    const [dataset] = await Promise.all([loadBundledRelease(this.address), this.ready]);
    const session = createSession(dataset, { addinVersion: __ADDIN_VERSION__, language: displayLanguage() });
    this.arrival.arrive(session);
    return session;
  }
}

/** Office's display language, or outside Office the browser's: messages follow it, names never do. */
export function displayLanguage(): "en" | "zh" {
  const language = (typeof Office === "undefined" ? undefined : Office.context?.displayLanguage) ?? navigator.language;
  return /^zh\b/i.test(language) ? "zh" : "en";
}

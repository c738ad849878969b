/** Every way a release can be refused, with the facts its text needs. The texts are in `texts/`. */
export interface RefusalData {
  /** The channel or the file did not answer. `detail`: the status, or the network's own words. */
  readonly unreachable: { readonly address: string; readonly detail: string };
  /** `latest.json` is not what it should be; `detail` names the first fault. */
  readonly badNotice: { readonly detail: string };
  /** The file is larger than a release may be, or than was announced. */
  readonly oversized: { readonly bytes: number; readonly limit: number };
  /** Fewer bytes arrived than were announced. */
  readonly truncated: { readonly expected: number; readonly received: number };
  /** The build was given a public key, and the notice is not signed with its other half. */
  readonly unsigned: { readonly release: string };
  /** The bytes are not those that were announced. */
  readonly tampered: { readonly expected: string; readonly received: string };
  /** The bytes are as announced and cannot be read all the same. */
  readonly unreadable: { readonly detail: string };
  /** A layout this add-in does not know. */
  readonly schema: { readonly found: string };
  readonly addinTooOld: { readonly needs: string; readonly has: string };
  /** What is offered comes before what is there. */
  readonly older: { readonly offered: string; readonly current: string };
  /** The file says it is another release than announced. */
  readonly mislabelled: { readonly announced: string; readonly found: string };
  /** The file does not give the answers of an earlier release as they were given. */
  readonly rewritesPast: { readonly release: string; readonly what: string };
}

export type RefusalKind = keyof RefusalData;

/** Why a release was not taken. The release in use stays. Carries facts, not words. */
export class ReleaseRefusal<K extends RefusalKind = RefusalKind> extends Error {
  override readonly name = "ReleaseRefusal";

  constructor(
    readonly kind: K,
    readonly data: RefusalData[K],
  ) {
    super(kind);
  }
}

export function refuse<K extends RefusalKind>(kind: K, data: RefusalData[K]): never {
  throw new ReleaseRefusal(kind, data);
}

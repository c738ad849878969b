import { refuse } from "./refusal";

export type Fetch = (address: string, options: { signal?: AbortSignal; cache?: RequestCache }) => Promise<Response>;

/** Told with every piece that arrives. */
export type Progress = (received: number, total: number) => void;

/**
 * Fetches a text that may change at any time: the browser asks the server whether it did (its ETag) and transfers it only then.
 * Refuses (`unreachable`); an abort rejects with the signal's own reason.
 */
export async function fetchText(fetch: Fetch, address: string, signal?: AbortSignal): Promise<string> {
  const response = await reach(fetch, address, "no-cache", signal);
  return response.text().catch((error: unknown) => interrupted(address, error, signal));
}

/**
 * Fetches a file that never changes under its address, at most `bytes` of it. Refuses (`unreachable`, `oversized`,
 * `truncated`); an abort rejects with the signal's own reason.
 */
export async function fetchBytes(
  fetch: Fetch,
  address: string,
  bytes: number,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await reach(fetch, address, "default", signal);
  const content = new Uint8Array(bytes);
  let received = 0;
  progress(0, bytes);
  const take = (piece: Uint8Array): void => {
    if (received + piece.length > bytes) refuse("oversized", { bytes: received + piece.length, limit: bytes });
    content.set(piece, received);
    received += piece.length;
    progress(received, bytes);
  };
  const reader = response.body?.getReader();
  for (let piece = await next(); piece; piece = await next()) {
    try {
      take(piece);
    } catch (error) {
      await reader?.cancel().catch(() => undefined);
      throw error;
    }
  }
  return received === bytes ? content : refuse("truncated", { expected: bytes, received });

  async function next(): Promise<Uint8Array | undefined> {
    const read = await reader?.read().catch((error: unknown) => interrupted(address, error, signal));
    return read?.value;
  }
}

async function reach(
  fetch: Fetch,
  address: string,
  cache: RequestCache,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const response = await fetch(address, { cache, ...(signal ? { signal } : {}) }).catch((error: unknown) =>
    interrupted(address, error, signal),
  );
  if (!response.ok) refuse("unreachable", { address, detail: `${response.status} ${response.statusText}`.trim() });
  return response;
}

function interrupted(address: string, error: unknown, signal: AbortSignal | undefined): never {
  signal?.throwIfAborted();
  return refuse("unreachable", { address, detail: error instanceof Error ? error.message : String(error) });
}

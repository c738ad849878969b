/** How long a test waits for what comes a little later (ms): only what never comes takes so long, however busy the machine. */
export const PATIENCE = 120_000;

const EVERY = 50;

/** Reads until it is as expected. @throws Error, as `expect` does, with what was read last. */
export async function eventually(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const last = await read();
    try {
      return expect(last).toEqual(expected);
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  }
}

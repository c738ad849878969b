/** Looks again whenever it is told to, one look at a time: what was seen before the last call is not shown. */
export function latestLook<T>(look: () => Promise<T>, show: (seen: T) => void): () => Promise<void> {
  let looking: Promise<void> | undefined;
  let isOutdated = false;
  const lookWhileOutdated = async () => {
    while (isOutdated) {
      isOutdated = false;
      const seen = await look();
      if (!isOutdated) show(seen);
    }
  };
  return () => {
    isOutdated = true;
    looking ??= lookWhileOutdated().finally(() => (looking = undefined));
    return looking;
  };
}

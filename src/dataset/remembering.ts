const MOST = 2000;

/** A function that keeps what it gave: columns repeat their words and periods. It forgets all when that becomes too much. */
export function remembering<T>(work: (key: string) => T, most = MOST): (key: string) => T {
  return rememberingBy((key) => key, work, most);
}

/** The same of what a key stands for. */
export function rememberingBy<G, T>(keyOf: (given: G) => string, work: (given: G) => T, most = MOST): (given: G) => T {
  const known = new Map<string, T>();
  return (given) => {
    const key = keyOf(given);
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as T;
    return keep(known, key, work(given), most);
  };
}

/** Keeps one thing more, and gives it; all is forgotten when that becomes too much. */
export function keep<K, T>(known: Map<K, T>, key: K, made: T, most = MOST): T {
  if (known.size >= most) known.clear();
  known.set(key, made);
  return made;
}

/** What a function made of a thing that never changes is kept as long as the thing is. */
export function rememberingOf<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined && (found = work(key)) !== undefined) known.set(key, found);
    return found!;
  };
}

/** What some work gives, done when it is first asked for. */
export function once<T>(work: () => T): () => T {
  let done: readonly [T] | undefined;
  return () => (done ??= [work()])[0];
}

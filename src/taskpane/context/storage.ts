const PREFIX = "orebook:";

/**
 * The browser's storage. `partition`: Office's key for the place this frame runs in; add-ins of one origin opened in
 * different places must not read one another's entries. A browser that forbids frames its storage keeps all in memory.
 */
export function browserStorage(partition: string | undefined, storage: () => Storage = () => localStorage) {
  const memory = new Map<string, string>();
  const keyOf = (name: string) => `${partition ?? ""}${PREFIX}${name}`;
  return {
    get(name: string) {
      try {
        return storage().getItem(keyOf(name)) ?? memory.get(name);
      } catch {
        return memory.get(name);
      }
    },
    /** `undefined` forgets. */
    set(name: string, text: string | undefined) {
      if (text === undefined) memory.delete(name);
      else memory.set(name, text);
      try {
        if (text === undefined) storage().removeItem(keyOf(name));
        else storage().setItem(keyOf(name), text);
      } catch {
        // Kept in memory until the document closes.
      }
    },
  };
}

/** What the pane remembers on this machine from one day to the next: texts by name. Never throws; what cannot be kept is forgotten. */
export type PaneStorage = ReturnType<typeof browserStorage>;

import type { PaneStorage } from "./storage";

const PINNED = "pinned";
const RECENT = "recent";
const MOST_PINNED = 50;
const MOST_RECENT = 8;

/** The series a person keeps at hand, by id: those pinned, and those opened last. */
export function seriesShelf(storage: PaneStorage) {
  const keep = (name: string, ids: readonly string[]) =>
    storage.set(name, ids.length > 0 ? JSON.stringify(ids) : undefined);
  const without = (name: string, id: string) => idsIn(storage.get(name)).filter((one) => one !== id);
  const pinned = () => idsIn(storage.get(PINNED));
  return {
    pinned,
    /** The last one first, without those that are pinned. */
    recent: () => idsIn(storage.get(RECENT)).filter((id) => !pinned().includes(id)),
    isPinned: (id: string) => pinned().includes(id),
    /** It was opened. */
    visit: (id: string) => keep(RECENT, [id, ...without(RECENT, id)].slice(0, MOST_RECENT)),
    /** Pins it, or takes the pin away; gives whether it is pinned now. */
    toggle(id: string) {
      const isPinned = pinned().includes(id);
      keep(PINNED, isPinned ? without(PINNED, id) : [...pinned(), id].slice(-MOST_PINNED));
      return !isPinned;
    },
    /** Takes it off both lists. */
    remove(id: string) {
      keep(PINNED, without(PINNED, id));
      keep(RECENT, without(RECENT, id));
    },
  };
}

/** The ids in a text that was kept; whatever else stands there is no list of ours. */
function idsIn(text: string | undefined): string[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === "string") : [];
  } catch {
    return [];
  }
}

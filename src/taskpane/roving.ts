const PAGE = 8;

export interface Roving {
  /** To be called when items came or went: one of them is the tab stop. */
  refresh(): void;
  focus(index: number): void;
}

export interface RovingOptions {
  /** Makes further items; false when there are none. */
  more?(): boolean;
  /** The focus wants to leave upward. */
  leave?(): void;
}

/** Makes the buttons of a list one tab stop: arrow keys, Home, End and the page keys move between them. */
export function roving(list: HTMLElement, { more, leave }: RovingOptions = {}): Roving {
  const items = () => [...list.querySelectorAll<HTMLButtonElement>("li > button")];
  const stopAt = (stop: HTMLButtonElement | undefined) => {
    for (const item of items()) item.tabIndex = item === stop ? 0 : -1;
  };
  const focus = (index: number) => {
    while (index >= items().length && more?.());
    const all = items();
    const item = all[Math.min(index, all.length - 1)];
    stopAt(item);
    item?.focus();
  };
  list.addEventListener("keydown", (event) => {
    const at = items().indexOf(event.target as HTMLButtonElement);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: Infinity,
      PageDown: at + PAGE,
      PageUp: Math.max(0, at - PAGE),
    };
    const target = targets[event.key];
    if (at < 0 || target === undefined) return;
    event.preventDefault();
    if (target >= 0) focus(target);
    else leave?.();
  });
  return { refresh: () => stopAt(items().find(({ tabIndex }) => tabIndex === 0) ?? items()[0]), focus };
}

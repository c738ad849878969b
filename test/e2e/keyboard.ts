/** A pane as a person has it who uses no pointer. */
import type { Opened } from "./harness";

export type TabKey = "Tab" | "Shift+Tab";

export interface Keyboard {
  /** Presses keys such as `Control+k`, one after the other. */
  press(...keys: string[]): Promise<void>;
  /** The words on what has the focus; `body` where nothing has it. */
  focused(): Promise<string>;
  /** Goes on with Tab, or back with `Shift+Tab`, until the focus is on what is wanted. @throws Error when it does not get there. */
  tabTo(selector: string, key?: TabKey): Promise<void>;
  /** As `tabTo`; gives the words on each stop on the way, the last one included. */
  stopsTo(selector: string, key?: TabKey): Promise<string[]>;
}

/** More stops than any view has. */
const MOST_STOPS = 60;

export function keyboardOf(opened: () => Opened): Keyboard {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await opened().page.keyboard.press(key);
  };
  const focused = () =>
    opened().pane.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "body";
      const label =
        element.getAttribute("aria-label") ??
        (element as HTMLInputElement).labels?.[0]?.textContent ??
        element.textContent ??
        "";
      return label.trim();
    });
  const stopsTo = async (selector: string, key: TabKey = "Tab"): Promise<string[]> => {
    const stops: string[] = [];
    while (stops.length < MOST_STOPS) {
      await press(key);
      stops.push(await focused());
      if (await opened().pane.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
        return stops;
    }
    throw new Error(`${key} does not lead to ${selector}, but to ${stops.join(", ")}`);
  };
  return { press, focused, stopsTo, tabTo: async (selector, key) => void (await stopsTo(selector, key)) };
}

import { once } from "../../dataset/remembering";

/**
 * Looks again whenever it is told to, one look at a time: what was seen before the last call is not shown. Nor is anything
 * while a pointer is pressed, for what is replaced under it loses its click: who comes from the sheet and presses a button
 * makes the pane look again with the same press.
 */
export function latestLook<T>(look: () => Promise<T>, show: (seen: T) => void): () => Promise<void> {
  let looking: Promise<void> | undefined;
  let isOutdated = false;
  watchPresses();
  const lookWhileOutdated = async () => {
    while (isOutdated) {
      isOutdated = false;
      const seen = await look();
      await pressed;
      if (!isOutdated) show(seen);
    }
  };
  return () => {
    isOutdated = true;
    looking ??= lookWhileOutdated().finally(() => (looking = undefined));
    return looking;
  };
}

/** Settles when the press that lasts has come to its click. */
let pressed: Promise<void> | undefined;

/** What ends a press; where it ends outside the window nobody may be told of it before the window is left. */
const ENDS = ["pointerup", "pointercancel", "blur"] as const;

/** How long after a touch its click may come (ms). */
const TOUCH = 350;

const watchPresses = once(() => {
  if (typeof window === "undefined") return;
  const begin = () => {
    pressed = new Promise((settle) => {
      const end = (event: Event) => {
        for (const type of ENDS) window.removeEventListener(type, end);
        // The click of a mouse follows in the same job.
        setTimeout(settle, "pointerType" in event && event.pointerType === "touch" ? TOUCH : 0);
      };
      for (const type of ENDS) window.addEventListener(type, end);
    });
  };
  window.addEventListener("pointerdown", begin, true);
});

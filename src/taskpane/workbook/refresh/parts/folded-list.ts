import { fill, h } from "../../../widgets/dom";

/** A list under its title, looked up when it is first opened. */
export function foldedList(title: string, lines: () => readonly string[]) {
  const list = h("ul", {});
  let isLookedUp = false;
  const element = h(
    "details",
    {
      ontoggle: () => {
        if (!element.open || isLookedUp) return;
        isLookedUp = true;
        fill(list, ...lines().map((line) => h("li", {}, line)));
      },
    },
    h("summary", {}, title),
    list,
  );
  return {
    element,
    /** Closes it and forgets what was looked up. */
    reset() {
      element.open = isLookedUp = false;
    },
  };
}

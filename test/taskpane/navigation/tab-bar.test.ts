/** @jest-environment jsdom */
import { tabBar } from "../../../src/taskpane/navigation/tab-bar";

const TABS = ["one", "two", "three", "four"].map((id) => ({ id, text: id.toUpperCase() }));

/** Every tab 60 pixels wide, in a bar of some width. */
function built(width: number) {
  for (const [name, value] of [
    ["clientWidth", width],
    ["offsetWidth", 60],
  ] as const)
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });
  const chosen: string[] = [];
  const bar = tabBar("Views", "More views", TABS, (id) => chosen.push(id));
  document.body.replaceChildren(bar.element);
  return { bar, chosen };
}

const tabs = () => [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
const shown = () =>
  tabs()
    .filter(({ hidden }) => !hidden)
    .map(({ textContent }) => textContent);
const items = () => [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
const stops = () =>
  tabs()
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent);
const press = (key: string) =>
  document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

test("arrow keys go round, Home and End go to the ends; the chosen tab is the only stop", () => {
  const { chosen } = built(400);
  tabs()[0]!.focus();
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowRight", "End", "Home"]) press(key);
  expect(chosen).toEqual(["two", "one", "four", "one", "four", "one"]);
  expect(stops()).toEqual(["ONE"]);
  expect(document.activeElement?.textContent).toBe("ONE");
});

test("what fits needs no menu", () => {
  built(240);
  expect(shown()).toEqual(["ONE", "TWO", "THREE", "FOUR"]);
  expect(document.querySelector<HTMLElement>(".more")!.hidden).toBe(true);
});

test("what does not fit is in the menu, and comes into the line when it is chosen", () => {
  const { chosen } = built(200);
  expect(shown()).toEqual(["ONE", "TWO"]);
  expect(items().map(({ textContent }) => textContent)).toEqual(["THREE", "FOUR"]);
  document.querySelector<HTMLElement>(".more-tabs")!.click();
  expect(document.activeElement?.textContent).toBe("THREE");
  press("ArrowDown");
  items()[1]!.click();
  expect(chosen).toEqual(["four"]);
  expect(shown()).toEqual(["ONE", "FOUR"]);
  expect(document.activeElement?.textContent).toBe("FOUR");
});

test("Escape closes the menu and goes no further", () => {
  built(200);
  const reached: string[] = [];
  document.addEventListener("keydown", ({ key }) => reached.push(key));
  document.querySelector<HTMLElement>(".more-tabs")!.click();
  press("Escape");
  expect(document.querySelector<HTMLElement>(".more-menu")!.hidden).toBe(true);
  expect(document.activeElement?.className).toBe("more-tabs");
  expect(reached).toEqual([]);
});

test("a tab names its panel and says whether it is the one shown", () => {
  const { bar } = built(400);
  bar.mark("two");
  expect(tabs().map((tab) => [tab.getAttribute("aria-controls"), tab.getAttribute("aria-selected")])).toEqual([
    ["panel-one", "false"],
    ["panel-two", "true"],
    ["panel-three", "false"],
    ["panel-four", "false"],
  ]);
});

/** @jest-environment jsdom */
import { tabBar } from "../../../src/taskpane/navigation/tab-bar";

const TABS = ["one", "two", "three", "four"].map((id) => ({ id, text: id.toUpperCase() }));

function built() {
  const chosen: string[] = [];
  const bar = tabBar("Views", TABS, (id) => chosen.push(id));
  document.body.replaceChildren(bar.element);
  return { bar, chosen };
}

const tabs = () => [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
const stops = () =>
  tabs()
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent);
const press = (key: string) =>
  document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

test("arrow keys go round, Home and End go to the ends; the chosen tab is the only stop", () => {
  const { chosen } = built();
  tabs()[0]!.focus();
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowRight", "End", "Home"]) press(key);
  expect(chosen).toEqual(["two", "one", "four", "one", "four", "one"]);
  expect(stops()).toEqual(["ONE"]);
  expect(document.activeElement?.textContent).toBe("ONE");
});

test("a tab with a sign instead of a word is read out by its word", () => {
  document.body.replaceChildren(tabBar("Views", [{ id: "one", text: "Settings", icon: "settings" }], () => 0).element);
  expect(tabs()[0]!.getAttribute("aria-label")).toBe("Settings");
  expect(tabs()[0]!.textContent).toBe("");
});

test("a tab names its panel and says whether it is the one shown", () => {
  const { bar } = built();
  bar.mark("two");
  expect(tabs().map((tab) => [tab.getAttribute("aria-controls"), tab.getAttribute("aria-selected")])).toEqual([
    ["panel-one", "false"],
    ["panel-two", "true"],
    ["panel-three", "false"],
    ["panel-four", "false"],
  ]);
});

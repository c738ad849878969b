/** @jest-environment jsdom */
import { tabBar } from "../../../src/taskpane/navigation/tab-bar";

const TABS = ["one", "two", "three", "four"].map((id) => ({ id, text: id.toUpperCase() }));

function built() {
  const chosen: string[] = [];
  const bar = tabBar("Views", TABS, (id) => chosen.push(id));
  document.body.replaceChildren(bar.element);
  return { bar, chosen };
}

const tabs = () => [...document.querySelectorAll<HTMLElement>("fluent-tab")];

test("a tab that is chosen is told once; one that is marked is not told", () => {
  const { bar, chosen } = built();
  for (const tab of [1, 1, 0, 3]) tabs()[tab]!.click();
  expect(chosen).toEqual(["two", "one", "four"]);
  bar.mark("three");
  bar.element.dispatchEvent(new Event("change"));
  expect(chosen).toEqual(["two", "one", "four"]);
  bar.mark("two");
  Object.assign(bar.element, { activeid: "tab-three" });
  bar.element.dispatchEvent(new Event("change"));
  expect(chosen).toEqual(["two", "one", "four", "three"]);
});

test("the chosen tab is told again when it is pressed once more, any other only once", () => {
  const { bar, chosen } = built();
  const press = (tab: number) => {
    tabs()[tab]!.dispatchEvent(new Event("pointerdown"));
    // Fluent chooses on the way down.
    Object.assign(bar.element, { activeid: tabs()[tab]!.id });
    bar.element.dispatchEvent(new Event("change"));
    tabs()[tab]!.click();
  };
  press(1);
  press(1);
  press(0);
  expect(chosen).toEqual(["two", "two", "one"]);
});

test("the focus comes to the tab that is marked, not to the one that had it before", () => {
  const { bar, chosen } = built();
  // As the page of a test has it, what has the focus is being clicked.
  for (const tab of tabs()) Object.assign(tab, { tabIndex: 0, matches: () => false });
  bar.mark("two");
  tabs()[0]!.focus();
  expect([document.activeElement?.id, chosen]).toEqual(["tab-two", []]);
  tabs()[2]!.focus();
  expect(document.activeElement?.id).toBe("tab-three");
});

test("a tab with a sign instead of a word is read out by its word", () => {
  document.body.replaceChildren(tabBar("Views", [{ id: "one", text: "Settings", icon: "settings" }], () => 0).element);
  expect(tabs()[0]!.getAttribute("aria-label")).toBe("Settings");
  expect(tabs()[0]!.textContent).toBe("");
});

test("a tab names its panel, and the line of tabs the one that is shown", () => {
  const { bar } = built();
  bar.mark("two");
  expect(tabs().map((tab) => tab.getAttribute("aria-controls"))).toEqual(TABS.map(({ id }) => `panel-${id}`));
  expect(bar.element).toHaveProperty("activeid", "tab-two");
});

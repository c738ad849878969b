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

test("every click is told, that on the chosen tab too; one that is marked is not told", () => {
  const { bar, chosen } = built();
  for (const tab of [1, 1, 0, 3]) tabs()[tab]!.click();
  expect(chosen).toEqual(["two", "two", "one", "four"]);
  bar.mark("three");
  bar.element.dispatchEvent(new Event("change"));
  expect(chosen).toHaveLength(4);
  bar.mark("two");
  Object.assign(bar.element, { activeid: "tab-three" });
  bar.element.dispatchEvent(new Event("change"));
  expect(chosen.slice(4)).toEqual(["three"]);
});

test("a press is told once, though Fluent chooses on the way down; one on the chosen tab has it told again", () => {
  const { bar, chosen } = built();
  const press = (tab: number) => {
    tabs()[tab]!.dispatchEvent(new Event("pointerdown"));
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

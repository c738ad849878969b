/** @jest-environment jsdom */
import "../page";
import { lazySection } from "../../../src/taskpane/context/awaited-view";
import type { Section, SectionHost } from "../../../src/taskpane/context/section";
import { contextOf } from "../context";
import { settled } from "../page";

const host: SectionHost = {
  openSeries: () => undefined,
  openSection: () => undefined,
  home: () => undefined,
  focusContent: () => undefined,
  escape: () => undefined,
};

/** A section that writes down what happens to it. */
function sectionWith(said: string[]): Section {
  return {
    id: "x",
    title: () => "X",
    open: (_context, _host, before) => {
      said.push(`opened with ${String(before)}`);
      const element = document.createElement("p");
      element.textContent = "here";
      return {
        element,
        focus: () => said.push("focused"),
        shown: () => said.push("shown"),
        state: () => "state",
        dispose: () => said.push("disposed"),
      };
    },
  };
}

test("the view comes when its code does, is told that it is shown, and gets the focus that was asked for meanwhile", async () => {
  const said: string[] = [];
  const view = lazySection(
    "x",
    () => "X",
    () => Promise.resolve(sectionWith(said)),
  ).open(await contextOf(), host, "before");
  view.focus();
  expect(view.state?.()).toBe("before");
  await settled();
  expect(view.element.textContent).toBe("here");
  expect(said).toEqual(["opened with before", "shown", "focused"]);
  expect(view.state?.()).toBe("state");
});

test("code that cannot be fetched is said so, and trying again gets on", async () => {
  let tries = 0;
  const said: string[] = [];
  const load = () =>
    ++tries === 1 ? Promise.reject(new Error("the network is down.")) : Promise.resolve(sectionWith(said));
  const view = lazySection("x", () => "X", load).open(await contextOf(), host, undefined);
  await settled();
  expect(view.element.textContent).toContain("the network is down.");
  view.element.querySelector<HTMLElement>("fluent-button")!.click();
  await settled();
  expect(view.element.textContent).toBe("here");
});

test("a view that was left before its code came is not opened", async () => {
  const said: string[] = [];
  const view = lazySection(
    "x",
    () => "X",
    () => Promise.resolve(sectionWith(said)),
  ).open(await contextOf(), host, undefined);
  view.dispose?.();
  await settled();
  expect(said).toEqual([]);
});

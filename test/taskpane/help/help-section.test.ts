/** @jest-environment jsdom */
import "../page";
import { helpSection } from "../../../src/taskpane/help/help-section";
import type { SectionHost } from "../../../src/taskpane/context/section";
import { contextOf } from "../context";

const host: SectionHost = {
  openSeries: () => undefined,
  openSection: () => undefined,
  home: () => undefined,
  focusContent: () => undefined,
  escape: () => undefined,
};

test.each([
  ["en", "help/index.html"],
  ["zh", "help/zh/index.html"],
] as const)(
  "in %s the pages are those of that language, in windows that learn nothing of the pane",
  async (language, functions) => {
    const { element } = helpSection.open(await contextOf({ language }), host, undefined);
    const links = [...element.querySelectorAll("a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      expect.stringMatching(/^help\.html/),
      functions,
      expect.stringMatching(/^saved-workbooks\.html/),
      "support.html",
    ]);
    expect(links.every(({ target, rel }) => target === "_blank" && rel.includes("noopener"))).toBe(true);
  },
);

import { launch } from "../../tools/browser";

it("leaves off what Playwright turns off: of two lists a browser hears the last", async () => {
  const browser = await launch();
  try {
    const session = await browser.newBrowserCDPSession();
    const { commandLine } = await session.send("SystemInfo.getInfo");
    const lists = [...commandLine.matchAll(/--disable-features=(\S+)/g)].map(([, list]) => list!.split(","));
    expect(lists).toHaveLength(2);
    expect(lists[1]).toEqual(expect.arrayContaining(lists[0]!));
    expect(lists[1]).toContain("WebUIOmniboxPopup");
  } finally {
    await browser.close();
  }
});

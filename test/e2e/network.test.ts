/** What every journey relies on: a page that asks for something elsewhere does not pass unnoticed. */
import { builtAddin } from "./site";
import { eventually } from "./eventually";
import { openHost } from "./harness";

const WAYS: readonly (readonly [where: string, how: (address: string) => unknown, address: string])[] = [
  ["another server", (address) => fetch(address).catch(() => undefined), "https://elsewhere.example/collect"],
  ["another port of this machine", (address) => fetch(address).catch(() => undefined), "https://localhost:1/"],
  ["a beacon", (address) => navigator.sendBeacon(address, "x"), "https://elsewhere.example/beacon"],
  ["a socket", (address) => void new WebSocket(address), "wss://elsewhere.example/socket"],
];

test.each(WAYS)("a request to %s fails the test it is made in", async (_where, how, address) => {
  const { page, requests, close } = await openHost({ addin: builtAddin() });
  await page.evaluate(how, address);
  await eventually(() => Promise.resolve(requests.includes(address)), true);
  await expect(close()).rejects.toThrow(address);
});

test("the add-in's own page does not even try: its policy forbids it", async () => {
  const { pane, requests, close } = await openHost({ addin: builtAddin() });
  const outcome = await pane.evaluate(() =>
    fetch("https://elsewhere.example/collect").then(
      () => "sent",
      () => "refused",
    ),
  );
  expect([outcome, requests.filter((url) => url.includes("elsewhere"))]).toEqual(["refused", []]);
  await close();
});

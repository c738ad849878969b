/** What tests hold open is closed after them, what was opened last first. */
import { closeAfterEach, openForAll, openForEach, orClose } from "./held";

const told: string[] = [];
const said = (): string[] => told.splice(0);
const opens = (name: string) => (): string => {
  told.push(`${name} opened`);
  return name;
};
const closes = (name: string): void => void told.push(`${name} closed`);

describe("for all tests of a block", () => {
  let desk: () => string;

  describe("the block", () => {
    openForAll(opens("room"), closes);
    desk = openForAll(opens("desk"), closes);

    test("has what was opened, in the order of opening", () =>
      expect([desk(), ...said()]).toEqual(["desk", "room opened", "desk opened"]));
    test("has the same in every test", () => expect([desk(), ...said()]).toEqual(["desk"]));
  });

  test("what stands in something else is closed before it, and is not to be had any more", () => {
    expect(said()).toEqual(["desk closed", "room closed"]);
    expect(desk).toThrow("only while the tests of its block run");
  });
});

describe("for each test of a block", () => {
  describe("the block", () => {
    openForEach(opens("desk"), closes);
    const keep = closeAfterEach();

    test("has one of its own", () => {
      keep({ close: () => closes("first of its own") });
      keep({ close: () => closes("second of its own") });
      expect(said()).toEqual(["desk opened"]);
    });
    test("and so has the next, when all of the first is closed", () =>
      expect(said()).toEqual(["second of its own closed", "first of its own closed", "desk closed", "desk opened"]));
  });

  test("nothing stays open", () => expect(said()).toEqual(["desk closed"]));
});

test("what is open is closed when the work with it fails, and only then", async () => {
  await expect(orClose(Promise.resolve("done"), () => closes("desk"))).resolves.toBe("done");
  expect(said()).toEqual([]);
  await expect(orClose(Promise.reject(new Error("no page")), () => closes("desk"))).rejects.toThrow("no page");
  expect(said()).toEqual(["desk closed"]);
});

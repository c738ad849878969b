import { controlsOn, dayOf, stateOn } from "../../src/query/controls";
import { openSession } from "../tables/release";
import { viewAt } from "../../src/dataset/view";

const { dataset } = openSession();
const view = viewAt(dataset);
const event = (id: string) => view.events().find((one) => one.id === id)!;

describe("the state of a control", () => {
  it.each([
    ["2025-10-08", undefined],
    ["2025-10-09", "announced"],
    ["2025-11-06", "announced"],
    ["2025-11-07", "suspended"],
    ["2026-11-10", "suspended"],
    ["2026-11-11", "suspension-ended"],
  ])("suspended before it was due, it is never in force: on %s %s", (day, state) => {
    expect(stateOn(view, event("mofcom-2025-57"), day)).toBe(state);
  });

  it.each([
    ["2025-12-26", "announced"],
    ["2025-12-31", "announced"],
    ["2026-01-01", "in-force"],
    ["2027-12-31", "in-force"],
    ["2028-01-01", "ended"],
  ])("between its dates, both included: on %s %s", (day, state) => {
    expect(stateOn(view, event("mofcom-2025-state-trading"), day)).toBe(state);
  });

  it("is none for an event that restricts nothing", () => {
    expect(stateOn(view, event("miit-2025-order-71"), "2025-09-01")).toBe("event");
  });
});

describe("the controls on an item", () => {
  it("are those announced by the day, oldest first", () => {
    const ids = (day: string) => controlsOn(view, ["gallium"], day).map((control) => control.event.id);
    expect(ids("2023-07-02")).toEqual([]);
    expect(ids("2023-07-03")).toEqual(["mofcom-2023-23"]);
    expect(ids("2026-01-01").slice(0, 2)).toEqual(["mofcom-2023-23", "mofcom-2024-46"]);
  });

  it("are also those of a part of it, marked as such", () => {
    const found = (item: string) =>
      controlsOn(view, [item], "2025-06-30").map(({ event: { id }, inPart }) => [id, inPart]);
    expect(found("rare-earth-magnets")).toEqual([["mofcom-2025-18", true]]);
    expect(found("dysprosium")).toEqual([["mofcom-2025-18", false]]);
    expect(controlsOn(view, ["rare-earth-magnets", "terbium"], "2025-06-30").map(({ inPart }) => inPart)).toEqual([
      false,
    ]);
  });

  it("are read on the day of the data release, unless the view has a day of its own", () => {
    expect(dayOf(view)).toBe(dataset.date);
    expect(dayOf(viewAt(dataset, { day: "2025-06-30" }))).toBe("2025-06-30");
  });
});

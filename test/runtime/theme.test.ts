/** @jest-environment jsdom */
import { officeTheme } from "../../src/runtime/theme";

interface Fake {
  readonly EventType: Record<string, string>;
  readonly context: {
    officeTheme?: { bodyBackgroundColor?: string };
    document: { addHandlerAsync: jest.Mock; removeHandlerAsync: jest.Mock };
  };
}

const preference = { addEventListener: jest.fn(), removeEventListener: jest.fn(), matches: false };

function office(over: Partial<Fake["context"]> = {}, event = true): Fake {
  const fake: Fake = {
    EventType: event ? { OfficeThemeChanged: "officeThemeChanged" } : {},
    context: { document: { addHandlerAsync: jest.fn(), removeHandlerAsync: jest.fn() }, ...over },
  };
  Object.assign(globalThis, { Office: fake });
  return fake;
}

beforeEach(() => {
  jest.clearAllMocks();
  Object.assign(globalThis, { matchMedia: () => preference });
});

afterEach(() => Object.assign(globalThis, { Office: undefined }));

test("Office's background is given where it is a colour, and nothing where Office does not say", () => {
  office({ officeTheme: { bodyBackgroundColor: "#292929" } });
  expect(officeTheme().background()).toBe("#292929");
  office({ officeTheme: { bodyBackgroundColor: "Window" } });
  expect(officeTheme().background()).toBeUndefined();
  office();
  expect(officeTheme().background()).toBeUndefined();
});

test("a change of theme that Office tells of is heard, with the colours it brings", () => {
  const { context } = office({ officeTheme: { bodyBackgroundColor: "#ffffff" } });
  const theme = officeTheme();
  const listener = jest.fn();
  const stop = theme.onChange(listener);
  const [type, handler] = context.document.addHandlerAsync.mock.calls[0]!;
  expect(type).toBe("officeThemeChanged");
  handler({ officeTheme: { bodyBackgroundColor: "#0a0a0a" } });
  expect(listener).toHaveBeenCalledTimes(1);
  expect(theme.background()).toBe("#0a0a0a");
  stop();
  expect(context.document.removeHandlerAsync).toHaveBeenCalledWith("officeThemeChanged", { handler });
});

test.each([
  ["without the event", () => office({}, false)],
  [
    "that refuses the event",
    () =>
      office({
        document: {
          addHandlerAsync: jest.fn(() => {
            throw new Error("not supported");
          }),
          removeHandlerAsync: jest.fn(),
        },
      }),
  ],
])("in an Office %s the colours are read again when the person comes back", (_, build) => {
  build();
  const listener = jest.fn();
  const stop = officeTheme().onChange(listener);
  window.dispatchEvent(new Event("focus"));
  document.dispatchEvent(new Event("visibilitychange"));
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  window.dispatchEvent(new Event("focus"));
  expect(listener).toHaveBeenCalledTimes(2);
});

test("the system's preference is followed too", () => {
  office({}, false);
  const listener = jest.fn();
  officeTheme().onChange(listener);
  preference.addEventListener.mock.calls[0]![1]();
  expect(listener).toHaveBeenCalledTimes(1);
});

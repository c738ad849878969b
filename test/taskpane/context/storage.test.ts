import { browserStorage } from "../../../src/taskpane/context/storage";

/** As much of the browser's storage as is asked for. */
function storageOf(kept: Map<string, string>): Storage {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
}

test("what is kept is found again, and forgotten when told so", () => {
  const kept = new Map<string, string>();
  browserStorage(undefined, () => storageOf(kept)).set("language", "zh");
  const later = browserStorage(undefined, () => storageOf(kept));
  expect(later.get("language")).toBe("zh");
  later.set("language", undefined);
  expect(later.get("language")).toBeUndefined();
  expect(kept.size).toBe(0);
});

test("what is kept under one partition is not seen under another", () => {
  const kept = new Map<string, string>();
  browserStorage("a.example", () => storageOf(kept)).set("pins", "x");
  expect(browserStorage("b.example", () => storageOf(kept)).get("pins")).toBeUndefined();
  expect([...kept.keys()][0]!.startsWith("a.example")).toBe(true);
});

test("a browser that forbids its storage keeps things as long as the document is open", () => {
  const storage = browserStorage(undefined, () => {
    throw new DOMException("denied", "SecurityError");
  });
  storage.set("language", "en");
  expect(storage.get("language")).toBe("en");
  storage.set("language", undefined);
  expect(storage.get("language")).toBeUndefined();
});

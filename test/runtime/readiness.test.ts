import { Arrival, pauseOf, withCeiling } from "../../src/runtime/readiness";

test("everyone waits for one value, and after it nobody", async () => {
  const arrival = new Arrival<number>();
  const waiting = [arrival.later, arrival.later];
  expect(arrival.now).toBeUndefined();
  arrival.arrive(1);
  expect([await Promise.all(waiting), arrival.now]).toEqual([[1, 1], 1]);
});

test("a failure reaches those who wait; who comes later waits for the next try", async () => {
  const arrival = new Arrival<number>();
  const first = arrival.later;
  arrival.fail(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  const second = arrival.later;
  arrival.arrive(2);
  expect(await second).toBe(2);
});

test("every value that comes or goes is told; a try that fails before the first is not", () => {
  const arrival = new Arrival<number>();
  const told: unknown[] = [];
  const end = arrival.onChange((value) => told.push(value));
  arrival.fail(new Error("not yet"));
  arrival.arrive(1);
  arrival.arrive(2);
  arrival.fail(new Error("gone"));
  arrival.fail(new Error("still gone"));
  expect(arrival.now).toBeUndefined();
  end();
  arrival.arrive(3);
  expect(told).toEqual([1, 2, undefined]);
});

test("waiting has an end", async () => {
  const never = new Promise<number>(() => undefined);
  await expect(withCeiling(never, 0, () => new Error("too long"))).rejects.toThrow("too long");
  expect(await withCeiling(Promise.resolve(1), 60, () => new Error("too long"))).toBe(1);
});

test("a pause is there when nothing was counted for a moment", async () => {
  let count = 0;
  const asked = [3, 1, 0, 5];
  await pauseOf(
    () => count,
    async () => void (count += asked.shift()!),
  );
  expect([count, asked]).toEqual([4, [5]]);
});

import { remembering, rememberingOf } from "../../src/dataset/remembering";

describe("what is remembered", () => {
  it("is worked out once for each key, nothing found included", () => {
    const work = jest.fn((key: string) => (key === "none" ? undefined : key.length));
    const known = remembering(work);
    expect(["copper", "none", "copper", "none"].map(known)).toEqual([6, undefined, 6, undefined]);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it("never fills the memory, and stays right when it forgets", () => {
    const work = jest.fn((key: string) => key.length);
    const known = remembering(work, 2);
    expect(["a", "bb", "ccc", "a", "a"].map(known)).toEqual([1, 2, 3, 1, 1]);
    expect(work).toHaveBeenCalledTimes(4);
  });

  it("of a thing is the same for that thing alone", () => {
    const known = rememberingOf((one: { readonly id: number }) => ({ id: one.id }));
    const [first, second] = [{ id: 1 }, { id: 1 }];
    expect(known(first)).toBe(known(first));
    expect(known(first)).not.toBe(known(second));
  });
});

/** What the workbook keeps for the add-in as it was asked for, and shows or draws no more of than it must. */

/** A list whose members have ids. `make` makes one of what is given; `kept` may be a list that the undo stack knows of. */
export class Listed<T extends { readonly id: string }, Given> {
  constructor(
    private readonly newId: () => string,
    private readonly make: (given: Given, id: string) => T,
    private readonly kept: { value: readonly T[] } = { value: [] },
  ) {}

  list(): readonly T[] {
    return this.kept.value;
  }

  get(id: string): T | undefined {
    return this.list().find((each) => each.id === id);
  }

  add(given: Given): T {
    const added = this.make(given, this.newId());
    this.kept.value = [...this.list(), added];
    return added;
  }

  change(id: string, to: Partial<Omit<T, "id">>): void {
    this.kept.value = this.list().map((each) => (each.id === id ? { ...each, ...to } : each));
  }

  remove(id: string): void {
    this.kept.value = this.list().filter((each) => each.id !== id);
  }
}

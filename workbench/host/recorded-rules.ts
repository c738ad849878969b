/** Rules by which cells are set off, as they were asked for. */
import type { Area } from "./a1";

/** A rule that sets off cells by what they show. */
export interface ConditionalFormat {
  readonly id: string;
  readonly area: Area;
  /** As it reads for the first cell. */
  readonly formula: string;
  /** "": as it is. */
  readonly fontColor: string;
  readonly fillColor: string;
}

export interface ConditionalFormats {
  list(): readonly ConditionalFormat[];
  add(rule: Omit<ConditionalFormat, "id">): ConditionalFormat;
  change(id: string, to: Partial<Omit<ConditionalFormat, "id">>): void;
  remove(id: string): void;
}

/** A list that the undo stack knows of. */
export interface KeptRules {
  value: readonly ConditionalFormat[];
}

export class RecordedRules implements ConditionalFormats {
  constructor(
    private readonly kept: KeptRules,
    private readonly newId: () => string,
  ) {}

  list(): readonly ConditionalFormat[] {
    return this.kept.value;
  }

  add(rule: Omit<ConditionalFormat, "id">): ConditionalFormat {
    const added = { ...rule, id: this.newId() };
    this.kept.value = [...this.list(), added];
    return added;
  }

  change(id: string, to: Partial<Omit<ConditionalFormat, "id">>): void {
    this.kept.value = this.list().map((rule) => (rule.id === id ? { ...rule, ...to } : rule));
  }

  remove(id: string): void {
    this.kept.value = this.list().filter((rule) => rule.id !== id);
  }
}

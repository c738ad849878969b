/** Charts as they were asked for: nothing is drawn here, but what an add-in set can be read back and listed. */
import type { Area } from "./a1";
import type { Chart, Charts } from "./workbook-model";

/** Outside the undo stack. */
export class RecordedCharts implements Charts {
  private charts: readonly Chart[] = [];
  private made = 0;

  constructor(private readonly newId: () => string) {}

  list(): readonly Chart[] {
    return this.charts;
  }

  add(chart: Omit<Chart, "id" | "name">): Chart {
    const added = { ...chart, id: this.newId(), name: `Chart ${++this.made}` };
    this.charts = [...this.charts, added];
    return added;
  }

  change(id: string, to: Partial<Omit<Chart, "id" | "sheet">>): void {
    this.charts = this.charts.map((chart) => (chart.id === id ? { ...chart, ...to } : chart));
  }

  remove(id: string): void {
    this.charts = this.charts.filter((chart) => chart.id !== id);
  }
}

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

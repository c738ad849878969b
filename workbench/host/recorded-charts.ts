/** Charts as they were asked for: nothing is drawn here, but what an add-in set can be read back and listed. */
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

import type { Series } from "../../dataset/records";
import type { PaneContext } from "../context/pane-context";
import type { Section, SectionHost, SectionView } from "../context/section";
import type { SeriesState } from "../series/figures-part";
import { lazySeriesView } from "../series/lazy-series-view";
import type { SeriesView } from "../series/series-view";
import { fill, h } from "../widgets/dom";

/** What a stage built anew needs to show the same place. */
export interface StageState {
  readonly view: unknown;
  /** The series opened one over the other, by id. */
  readonly trail: readonly (SeriesState & { readonly series: string })[];
}

/** The panel of a section: its view, and the series opened from there one over the other. */
export class Stage {
  readonly element = h("div.stage");
  private readonly content = h("div.stage-content");
  private readonly view: SectionView;
  private trail: SeriesView[] = [];

  constructor(
    private readonly context: PaneContext,
    section: Section,
    openSection: SectionHost["openSection"],
    before?: StageState,
  ) {
    this.view = section.open(
      context,
      {
        openSeries: (series, period) => this.visit(series, period),
        openSection,
        home: () => this.home(),
        focusContent: () => (this.trail.at(-1) ?? this.view).focus(),
        escape: () => void this.back(),
      },
      before?.view,
    );
    fill(this.element, this.view.top, this.content);
    fill(this.content, this.view.element);
    for (const { series: id, ...state } of before?.trail ?? []) {
      const series = context.reader.view.catalogue.seriesById(id);
      if (series) this.openSeries(series, state);
    }
  }

  /** Whether a series is open. */
  get isOpen(): boolean {
    return this.trail.length > 0;
  }

  /** Moves the focus to where one begins in the section. */
  focus(): void {
    this.view.focus();
  }

  /** The tab was chosen. */
  shown(): void {
    (this.trail.at(-1) ?? this.view).shown?.();
  }

  /** Does in the section what a button of the ribbon asks for. */
  perform(what: string): void {
    this.view.perform?.(what);
  }

  /** Leaves what is shown over the section's beginning; gives whether there was anything. */
  back(): boolean {
    const left = this.trail.at(-1);
    if (!left) return this.view.back?.() ?? false;
    this.leave(this.trail.length - 1);
    const before = this.trail.at(-1);
    fill(this.content, (before ?? this.view).element);
    if (before) before.focus();
    else if (this.view.returned) this.view.returned(left.series);
    else this.view.focus();
    this.shown();
    return true;
  }

  state(): StageState {
    return {
      view: this.view.state?.(),
      trail: this.trail.map((view) => ({ series: view.series.id, ...view.state() })),
    };
  }

  dispose(): void {
    this.leave(0);
    this.view.dispose?.();
  }

  private visit(series: Series, period?: string): void {
    this.context.shelf.visit(series.id);
    this.openSeries(series, { period });
  }

  private openSeries(series: Series, state: SeriesState): void {
    const view = lazySeriesView(this.context, series, state, {
      back: () => this.back(),
      open: (other, period) => this.visit(other, period),
    });
    this.trail.push(view);
    fill(this.content, view.element);
    view.focus();
  }

  private home(): void {
    if (!this.isOpen) return;
    this.leave(0);
    fill(this.content, this.view.element);
  }

  private leave(keep: number): void {
    for (const view of this.trail.slice(keep)) view.dispose?.();
    this.trail = this.trail.slice(0, keep);
  }
}

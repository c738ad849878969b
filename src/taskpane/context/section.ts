import type { Series } from "../../dataset/records";
import type { PaneContext } from "./pane-context";
import type { Texts } from "../texts";

/** One tab of the pane. */
export interface Section {
  /** Stable; part of element ids. */
  readonly id: string;
  title(texts: Texts): string;
  /** Builds the view when the tab is first chosen. `before`: what the view before it gave as its state, after the data was renewed. */
  open(context: PaneContext, host: SectionHost, before: unknown): SectionView;
}

/** What a view may ask of the pane around it. */
export interface SectionHost {
  /** Opens a series over the view; its Back button leads here again. */
  openSeries(series: Series, period?: string): void;
  /** Shows another section as its view was when it gave this as its state, and does there what a button of the ribbon would ask for. */
  openSection(id: string, state: unknown, what?: string): void;
  /** Leaves whatever was opened over the view. */
  home(): void;
  /** Moves the focus to the beginning of what was opened over the view. */
  focusContent(): void;
  /** Escape, pressed in the view itself. */
  escape(): void;
}

/** Opens a series, at a period where one is meant. */
export type OpenSeries = SectionHost["openSeries"];

/** The view of a section. It stays as it is while another tab is shown. */
export interface SectionView {
  readonly element: HTMLElement;
  /** Stays above the view and above every series opened from it. */
  readonly top?: HTMLElement;
  /** Moves the focus to where one begins. */
  focus(): void;
  /** Leaves what is open within the view; gives whether there was anything. */
  back?(): boolean;
  /** A series opened from here was left: moves the focus to where it was opened. */
  returned?(series: Series): void;
  /** It came into sight: what it shows of the workbook may be old. */
  shown?(): void;
  /** Does what a button of the ribbon asks for. */
  perform?(what: string): void;
  /** What a view built anew needs to look as this one. */
  state?(): unknown;
  dispose?(): void;
}

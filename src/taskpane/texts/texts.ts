import type { Frequency } from "../../dataset/period";
import type { WorkbookFault } from "../../sheets/workbook-error";
import type { FacetName } from "../find/facets";
import type { PointKind } from "../points";
import type { Relation } from "../related";
import type { Comparison } from "../series/rivals";

/** Every text of the pane besides what the data says, in one language. */
export interface Texts {
  /** Between the parts of a list. */
  readonly comma: string;
  /** The language that is not spoken: its name and the offer to switch, both in that language. */
  readonly otherLanguage: { readonly code: string; readonly name: string; readonly switch: string };
  /** The tabs. One word each: five must fit side by side into the narrowest pane. */
  readonly sections: {
    readonly label: string;
    readonly more: string;
    readonly find: string;
    readonly tables: string;
    readonly events: string;
    readonly sources: string;
    readonly cell: string;
    readonly builder: string;
    readonly audit: string;
    readonly share: string;
    readonly updates: string;
    readonly help: string;
  };
  readonly find: {
    readonly label: string;
    readonly placeholder: string;
    readonly clear: string;
    /** What the pane offers before anything is typed. Each is a search of its own. */
    readonly startTitle: string;
    readonly starts: readonly string[];
    readonly typeInCell: string;
    readonly contents: (series: string, figures: string, sources: string) => string;
    readonly found: (count: string) => string;
    readonly foundMore: (count: string) => string;
    readonly nothing: (words: string) => string;
    readonly nearest: string;
    readonly results: string;
    readonly pinned: string;
    readonly recent: string;
    /** Takes a series off these lists. */
    readonly remove: string;
    readonly pin: string;
    readonly unpin: string;
    /** Names the line of what a search finds in other tabs. */
    readonly elsewhere: string;
    /** Words nothing is called by; the rest found these. */
    readonly unknown: (words: string) => string;
    readonly notAll: string;
    /** The filters leave nothing of what the words find. */
    readonly excluded: string;
    readonly without: (filter: string, count: string) => string;
    readonly clearFilters: string;
  };
  readonly facets: {
    readonly label: string;
    /** One word each: four stand side by side in the narrowest pane. */
    readonly names: Readonly<Record<FacetName, string>>;
    readonly any: Readonly<Record<FacetName, string>>;
    readonly counted: (text: string, count: string) => string;
    readonly frequency: string;
    readonly year: string;
  };
  readonly series: {
    readonly back: string;
    readonly more: string;
    readonly less: string;
    readonly latest: (status: string) => string;
    readonly view: string;
    readonly chart: string;
    readonly table: string;
    /** Says to a screen reader what the chart is. */
    readonly chartLabel: (count: number, from: string, to: string) => string;
    readonly period: string;
    readonly value: string;
    readonly status: string;
    readonly noFigures: string;
    readonly kinds: Readonly<Record<PointKind, string>>;
    readonly frequencies: Readonly<Record<Frequency, string>>;
    readonly definition: string;
    readonly hs: (codes: string, edition: string) => string;
    readonly about: string;
    readonly id: string;
    readonly definitionNote: string;
    readonly related: string;
    readonly relations: Readonly<Record<Relation, string>>;
    readonly showAll: (count: number) => string;
    readonly coverage: (count: string, from: string, to: string) => string;
    readonly gaps: (periods: string) => string;
    readonly moreGaps: (count: string) => string;
  };
  /** Every source's answer to one question. */
  readonly answers: {
    readonly title: (period: string) => string;
    readonly source: string;
    readonly figure: string;
    readonly difference: string;
    readonly shown: string;
    readonly higher: (percent: string) => string;
    readonly lower: (percent: string) => string;
    readonly kinds: Readonly<Record<Exclude<Comparison["kind"], "differs">, string>>;
    readonly methods: string;
  };
  readonly source: {
    readonly title: (period: string) => string;
    readonly where: string;
    readonly paragraph: (number: string) => string;
    readonly tableNamed: (name: string) => string;
    readonly inText: string;
    readonly licence: string;
    readonly open: string;
    readonly copyCitation: string;
    readonly newWindow: string;
    readonly also: string;
    readonly note: string;
    readonly computed: string;
    readonly from: string;
    readonly vintages: string;
    readonly published: string;
    readonly change: string;
  };
  readonly insert: {
    readonly title: string;
    readonly what: string;
    readonly figure: string;
    readonly series: string;
    readonly as: string;
    readonly formula: string;
    readonly value: string;
    readonly values: string;
    readonly unit: string;
    readonly preview: string;
    readonly gives: (text: string) => string;
    readonly size: (rows: number, columns: number) => string;
    readonly copyFormula: string;
    readonly insertFormula: string;
    readonly insertValue: string;
    readonly insertSeries: string;
    readonly insertSeriesWithChart: string;
    readonly chart: string;
    /** Opens what is seldom chosen. */
    readonly options: string;
    readonly fromCells: string;
    readonly insertAt: (cell: string) => string;
    readonly overwrite: string;
    /** Before the address. */
    readonly into: string;
    readonly where: string;
    readonly activeCell: string;
    readonly keepCell: string;
    readonly noPlace: (address: string) => string;
    readonly readsItself: (address: string) => string;
    readonly goesTo: (address: string) => string;
    readonly occupied: (address: string, filled: number, cells: number) => string;
    readonly isMerged: (address: string, merged: string) => string;
    readonly inTable: (address: string, table: string) => string;
    readonly inserted: (address: string) => string;
    readonly undo: string;
    readonly undone: (address: string) => string;
    readonly changedSince: (address: string) => string;
    readonly copied: string;
    readonly notCopied: string;
    readonly notInExcel: string;
    readonly faults: Readonly<Record<WorkbookFault, (detail: string) => string>>;
  };
  readonly tables: {
    readonly title: string;
    /** What a table can be asked for, in its row of the gallery. */
    readonly parameters: Readonly<Record<"item" | "period" | "unit", string>>;
    readonly takes: (parameters: string) => string;
    readonly all: string;
    readonly item: string;
    readonly from: string;
    readonly to: string;
    /** What a blank means. */
    readonly first: string;
    readonly last: string;
    readonly any: string;
    readonly allItems: string;
    readonly orientation: string;
    readonly down: string;
    readonly across: string;
    /** What a table turned on its side is when inserted. */
    readonly turned: Readonly<Record<"formulas" | "values", string>>;
    readonly formulas: string;
    readonly insert: string;
    readonly preview: string;
    readonly moreRows: (count: number) => string;
    readonly missing: (reasons: string) => string;
  };
  readonly events: {
    readonly state: string;
    readonly allStates: string;
    readonly insertValues: string;
    /** The filters chosen cannot be asked for by a formula. */
    readonly onlyValues: string;
    /** Heads of the columns when inserted as values. */
    readonly columns: readonly string[];
    readonly title: string;
    readonly search: string;
    readonly type: string;
    readonly allTypes: string;
    readonly allItems: string;
    readonly found: (count: string) => string;
    readonly insert: string;
  };
  readonly sources: {
    readonly title: string;
    readonly search: string;
    readonly found: (count: string) => string;
    readonly taken: (what: string) => string;
    readonly figures: (count: string) => string;
    readonly series: (count: string) => string;
  };
  readonly cell: {
    readonly title: string;
    readonly nothing: string;
    readonly notInExcel: string;
    readonly inTable: (title: string) => string;
    /** Another content than the table put there. */
    readonly ownRow: string;
    readonly ownColumn: string;
    readonly untold: string;
    readonly changed: string;
    readonly revised: (from: string, to: string) => string;
    /** Before the formula that gives what a table of values holds. */
    readonly sameAs: string;
    readonly spilledFrom: (address: string) => string;
    /** This Excel does not tell which formula fills a cell. */
    readonly mayBeSpilled: string;
    readonly onlyExcel: string;
    readonly unknown: string;
    readonly sources: string;
    readonly openSeries: (title: string) => string;
    readonly more: (count: number) => string;
  };
  readonly state: {
    readonly loading: string;
    readonly failed: string;
    readonly failedWhy: (reason: string) => string;
    readonly retry: string;
    /** `day`: the as-of date the workbook is pinned to, if any. */
    readonly about: (release: string, date: string, day: string | undefined, version: string) => string;
  };
}

import { en as messages } from "../../../functions/messages/en";
import type { Obstacle } from "../../tables/plan/obstacle";
import type { ChangeGroup } from "../formulas/group";
import type { Reason } from "../formulas/reason";

type ObstacleTexts = { readonly [K in Obstacle["kind"]]: (obstacle: Extract<Obstacle, { kind: K }>) => string };

export const en = {
  reasons: {
    ...messages.changes.reasons,
    unpublished: "Not published yet on that day",
    earlierRelease: "Not in that earlier data release",
    other: "Text, definition or the release itself",
  } satisfies Record<Reason, string>,
  groups: {
    revised: "Revised",
    newlyAnswered: "Newly answered",
    otherSource: "Another source answers",
    otherBasis: "Another basis answers",
    noLonger: "No longer answered",
    other: "Words or release",
  } satisfies Record<ChangeGroup, string>,
  /** Why a table stays as it is. */
  obstacles: {
    protected: () => "The sheet is protected.",
    changed: () => "It was changed at the same time; try again.",
    claimed: () => "Another Orebook is writing in this workbook; try again in a moment.",
    reshaped: () => "Its rows or columns were changed by hand so that they cannot be told apart.",
    noRoom: ({ rows, columns }) =>
      columns > 0
        ? `${columns} more free columns are needed to the right.`
        : `${rows} more free rows are needed below.`,
    reordered: () => "Its rows change their order, and other columns stand beside it.",
    ownContent: ({ row }) => `The row “${row}” goes, and something is written beside it.`,
    refused: ({ reason }) => `The table cannot be built: ${reason}`,
    fault: ({ detail }) => `Excel refused: ${detail}`,
  } satisfies ObstacleTexts,
  /** What is to be known of a change. */
  remarks: {
    part: (call: string) => `A part of the formula: ${call}`,
    blocked: "Other cells are in the way of the new rows: the formula will show #SPILL!",
    moved: (rows: number) =>
      `The same, ${Math.abs(rows)} ${Math.abs(rows) === 1 ? "row" : "rows"} further ${rows > 0 ? "down" : "up"}`,
    unrecognised: "Shows #NAME? now: Repair enters the formula again",
    pasted: "A pasted copy: once refreshed, a table of its own",
    untold: "Only Excel can tell: the formula is recalculated to be sure",
  },
  /** Where a workbook stands. */
  standing: (release: string, day: string | undefined) =>
    day === undefined ? `data release ${release}` : `data release ${release} as of ${day}`,
  sheet: {
    name: "Changes",
    title: "What would change",
    way: (from: string, to: string) => `From ${from} to ${to}`,
    written: (time: string, changes: number, formulas: number, tables: number) =>
      `Written ${time}: ${changes} changes; ${formulas} formulas and ${tables} tables compared`,
    headers: ["Cell", "Formula or table", "Old", "New", "Difference", "Reason", "Source", "Note", "Kind of change"],
  },
};

export type RefreshTexts = typeof en;

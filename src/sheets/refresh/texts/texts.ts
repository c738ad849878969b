import type { ChangeGroup } from "../formulas/group";
import type { Reason } from "../formulas/reason";
import type { Obstacle } from "../../tables/plan/obstacle";

type ObstacleTexts = { readonly [K in Obstacle["kind"]]: (obstacle: Extract<Obstacle, { kind: K }>) => string };

/** The words of a refresh, in one language. */
export interface RefreshTexts {
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly groups: Readonly<Record<ChangeGroup, string>>;
  /** Why a table stays as it is. */
  readonly obstacles: ObstacleTexts;
  /** What is to be known of a change. */
  readonly remarks: {
    readonly part: (call: string) => string;
    readonly blocked: string;
    readonly untold: string;
    readonly unrecognised: string;
    readonly pasted: string;
  };
  /** Where a workbook stands. */
  readonly standing: (release: string, day: string | undefined) => string;
  readonly sheet: {
    readonly name: string;
    readonly title: string;
    readonly way: (from: string, to: string) => string;
    readonly written: (time: string, changes: number, formulas: number, tables: number) => string;
    readonly headers: readonly [
      place: string,
      what: string,
      old: string,
      now: string,
      difference: string,
      reason: string,
      source: string,
      note: string,
      group: string,
    ];
  };
}

/** What may be done to a series before it is shown, in the order in which it is done. */
export interface How {
  /** Months or quarters put together. */
  readonly aggregate?: "quarterly" | "annual" | undefined;
  /** Each figure with those before it. */
  readonly running?: "ytd" | "ma3" | "ma12" | undefined;
  readonly change?: "yoy" | "previous" | "index" | undefined;
  readonly fill?: boolean | undefined;
  readonly dates?: boolean | undefined;
  readonly newestFirst?: boolean | undefined;
}

/** What each word of `how` asks for. */
export const HOW = {
  yoy: { change: "yoy" },
  previous: { change: "previous" },
  index: { change: "index" },
  ytd: { running: "ytd" },
  ma3: { running: "ma3" },
  ma12: { running: "ma12" },
  quarterly: { aggregate: "quarterly" },
  annual: { aggregate: "annual" },
  fill: { fill: true },
  dates: { dates: true },
  "newest first": { newestFirst: true },
} as const satisfies Record<string, How>;

export type HowWord = keyof typeof HOW;

/** How many periods a moving average takes. */
export const MOVING = { ma3: 3, ma12: 12 } as const;

import type { RefusalData, RefusalKind } from "../refusal";

/** Why a release was refused, in one language: one sentence on the reason. */
export type ReleaseTexts = {
  readonly refusals: { readonly [K in RefusalKind]: (data: RefusalData[K]) => string };
  /** Follows every reason. */
  readonly stays: (release: string) => string;
  /** The workbook stands on a release that this add-in does not have. No full stop: a sentence follows. */
  readonly needed: (release: string, newest: string) => string;
  /** The workbook rests on data that an organisation added and published elsewhere: nothing here may move it. */
  readonly lacking: (release: string, overlay: string, address: string) => string;
};

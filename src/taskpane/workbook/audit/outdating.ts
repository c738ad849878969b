import { watchWorkbook } from "../../../workbook/audit/watch";
import { onWritten } from "../../../workbook/one-step";

/**
 * Notices, from the first look on, that what was seen of the workbook is no longer so. `tell` hears whether the user
 * should be told; what Orebook itself did is no news. `mayFollow`: whether a calculation alone makes a difference.
 */
export function outdating(mayFollow: () => boolean, tell: (isToBeTold: boolean) => void) {
  let byUs = false;
  let byOthers = false;
  let watch: Promise<() => void> | undefined;
  const changed = () => {
    byOthers = true;
    tell(true);
  };
  const unlisten = onWritten(() => (byUs = true));
  return {
    /** Whether something was changed since the last look at the workbook began. */
    get isOutdated() {
      return byUs || byOthers;
    },
    /** Looks at the workbook: what was changed before counts no more, unless the look fails. */
    async look<T>(look: () => Promise<T>): Promise<T> {
      // Where Excel does not tell of changes, users know of their own.
      watch ??= watchWorkbook({ changed, calculated: () => void (mayFollow() && changed()) }).catch(
        () => () => undefined,
      );
      const before = [byUs, byOthers];
      byUs = byOthers = false;
      try {
        const seen = await look();
        tell(byOthers);
        return seen;
      } catch (error) {
        [byUs, byOthers] = [byUs || before[0]!, byOthers || before[1]!];
        throw error;
      }
    },
    stop: () => {
      unlisten();
      void watch?.then((unwatch) => unwatch());
    },
  };
}

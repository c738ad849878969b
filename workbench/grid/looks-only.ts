/** Changes of cells that Univer computes nothing for and Excel tells add-ins nothing of. */
import {
  type ISetRangeValuesMutationParams,
  ClearSelectionFormatCommand,
  SetBorderCommand,
  SetStyleCommand,
} from "@univerjs/sheets";

/** What Univer names as the cause of a change of looks. */
const CAUSES: readonly string[] = [SetStyleCommand.id, SetBorderCommand.id, ClearSelectionFormatCommand.id];

export const isLooksOnly = ({ trigger }: ISetRangeValuesMutationParams): boolean =>
  trigger !== undefined && CAUSES.includes(trigger);

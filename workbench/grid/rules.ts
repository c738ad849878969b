/** Rules by which cells are set off, in Univer: kept so that they can be taken back, and drawn as far as they are about `#N/A`. */
import { CommandType, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { cellArea, contains } from "../host/a1";
import type { ConditionalFormat } from "../host/workbook-model";
import { shownValue } from "./cell-data";
import type { Grid } from "./grid";
import type { Spills } from "./spills";

const MUTATION = "orebook.mutation.rules";

/** After what else gives a cell a style, before the end of the chain. */
const LAST = 1;

export class GridRules {
  private current: readonly ConditionalFormat[] = [];
  private isDrawing = false;

  constructor(
    private readonly grid: Grid,
    private readonly spills: Spills,
  ) {
    grid.commands.registerCommand({
      id: MUTATION,
      type: CommandType.MUTATION,
      handler: (_: unknown, params?: { readonly rules: readonly ConditionalFormat[] }) => {
        this.current = params?.rules ?? [];
        return true;
      },
    });
  }

  get value(): readonly ConditionalFormat[] {
    return this.current;
  }

  set value(rules: readonly ConditionalFormat[]) {
    // Univer has the service with its first workbook.
    this.isDrawing ||= this.draw();
    this.grid.mutate(MUTATION, { rules }, { rules: this.current });
  }

  private draw(): true {
    this.grid.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: LAST,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, { subUnitId: sheet, row, col: column, workbook, rawData }, next) => {
        const rule = this.current.find(
          ({ area, formula }) => formula.startsWith("=ISNA(") && contains(area, cellArea(sheet, row, column)),
        );
        const shown = rule && shownValue(this.spills.cell(sheet, row, column) ?? rawData);
        if (typeof shown !== "object" || shown.error !== "#N/A") return next(cell);
        const style = typeof cell?.s === "string" ? workbook.getStyles().get(cell.s) : cell?.s;
        return next({ ...cell, s: { ...style, cl: { rgb: rule!.fontColor } } });
      },
    });
    return true;
  }
}

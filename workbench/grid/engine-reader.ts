/**
 * While a formula is typed, Univer reads its beginnings, `=SUM(Quotas[Qu`, without the workbook's names, with the same
 * reader that its formula engine uses. The reader remembers what it read so, and after an open bracket takes every name for
 * an unknown word. So the engine gets a reader of its own, which reads every formula with a name in it afresh.
 */
import { IDefinedNamesService, IFormulaCurrentConfigService, Lexer, LexerTreeBuilder } from "@univerjs/engine-formula";
import type { Grid } from "./grid";

export function giveEngineItsOwnReader(grid: Grid): void {
  const names = grid.injector.get(IDefinedNamesService);
  const config = grid.injector.get(IFormulaCurrentConfigService);
  const reader = new LexerTreeBuilder();
  /** Names that Univer is to think of as just changed: all. */
  const changed = () => {
    const all = Object.values(names.getDefinedNameMap(grid.unit) ?? {}).map(({ name, formulaOrRefString }) => [
      name,
      formulaOrRefString,
    ]);
    return { ...config.getDirtyDefinedNameMap(), [grid.unit]: Object.fromEntries(all) as Record<string, string> };
  };
  grid.injector.get(Lexer).treeBuilder = (formula, transformSuffix = true) =>
    names.getAllDefinedNamesIsEmpty()
      ? reader.treeBuilder(formula, transformSuffix)
      : reader.treeBuilder(formula, transformSuffix, {
          unitId: grid.unit,
          getValueByName: (unit, name) => names.getValueByName(unit, name),
          getDirtyDefinedNameMap: changed,
          getSheetName: (unit, sheet) => config.getSheetName(unit, sheet),
        });
}

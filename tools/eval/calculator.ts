import { LocaleType, LogLevel, Univer, UniverInstanceType, type IWorkbookData } from "@univerjs/core";
import {
  AstTreeBuilder,
  BaseFunction,
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  IFunctionService,
  Interpreter,
  Lexer,
  LexerNode,
  UniverFormulaEnginePlugin,
  type BaseValueObject,
} from "@univerjs/engine-formula";
import { calculateInDoubles, joinAsExcel } from "./arithmetic";
import type { Value } from "./cell";
import { LITERAL, type Formula } from "./formula";
import { SHEET_NAME } from "./reference";
import { buildSheet, type Cells } from "./sheet";
import { fromEngine, toEngine } from "./values";

calculateInDoubles();

const BOOK = "book";
const SHEET = "sheet";

/** Functions that make arrays make none that is larger. */
const WORKBOOK: Partial<IWorkbookData> = {
  id: BOOK,
  sheetOrder: [SHEET],
  sheets: { [SHEET]: { id: SHEET, name: SHEET_NAME, rowCount: 20_000, columnCount: 50 } },
};

/** Hands the literals of the formula under calculation to the engine. */
class Literals extends BaseFunction {
  values: readonly Value[] = [];

  override calculate(index: BaseValueObject): BaseValueObject {
    return toEngine(this.values[Number(index.getValue())] ?? null);
  }
}

/** Univer's formula engine without its spreadsheet: lexer, parser, interpreter and built-in functions. */
export class Calculator {
  private readonly univer = new Univer({ logLevel: LogLevel.SILENT, locale: LocaleType.EN_US });
  private readonly literals = new Literals(LITERAL);
  private readonly lexer: Lexer;
  private readonly parser: AstTreeBuilder;
  private readonly interpreter: Interpreter;
  private readonly data: IFormulaCurrentConfigService;
  private readonly runtime: IFormulaRuntimeService;
  private readonly functions: IFunctionService;

  constructor(custom: readonly BaseFunction[]) {
    this.univer.registerPlugin(UniverFormulaEnginePlugin);
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, WORKBOOK);
    const injector = this.univer.__getInjector();
    this.lexer = injector.get(Lexer);
    this.parser = injector.get(AstTreeBuilder);
    this.interpreter = injector.get(Interpreter);
    this.data = injector.get(IFormulaCurrentConfigService);
    this.runtime = injector.get(IFormulaRuntimeService);
    this.functions = injector.get(IFunctionService);
    this.functions.registerExecutors(this.literals, ...custom);
    joinAsExcel(this.functions);
    this.data.loadDataLite();
  }

  /** Whether a function of this name can be called. */
  has(name: string): boolean {
    return this.functions.hasExecutor(name.toUpperCase());
  }

  /** The names of all functions, built-in and custom. */
  names(): string[] {
    return [...this.functions.getExecutors().keys()].map(String).filter((name) => name !== LITERAL);
  }

  /**
   * The value of a formula over the given cells; throws what a custom function throws. One at a time: the engine has one
   * sheet and one formula under calculation.
   */
  async calculate(formula: Formula, cells: Cells): Promise<Value> {
    const sheet = buildSheet(cells, formula.references);
    this.data.registerUnitData({ [BOOK]: { [SHEET]: sheet } });
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    CELL_INVERTED_INDEX_CACHE.clear();
    this.runtime.reset();
    this.runtime.setCurrent(0, 0, sheet.rowCount, sheet.columnCount, SHEET, BOOK);
    this.literals.values = formula.literals;
    const lexed = this.lexer.treeBuilder(formula.translated);
    const node = lexed instanceof LexerNode ? this.parser.parse(lexed) : null;
    if (!node) throw new Error(`Univer could not read ${formula.translated}`);
    const whole = { node, refOffsetX: 0, refOffsetY: 0 };
    return fromEngine(
      this.interpreter.checkAsyncNode(node)
        ? await this.interpreter.executeAsync(whole)
        : this.interpreter.execute(whole),
    );
  }

  dispose(): void {
    this.univer.dispose();
  }
}

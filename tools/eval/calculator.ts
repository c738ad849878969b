import {
  NumberValueObject,
  StringValueObject,
  type ArrayValueObject,
  type BaseValueObject,
  IFunctionService,
  AstTreeBuilder,
  BaseFunction,
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  Interpreter,
  Lexer,
  LexerNode,
  UniverFormulaEnginePlugin,
} from "@univerjs/engine-formula";
import { LocaleType, LogLevel, Univer, UniverInstanceType, type IWorkbookData } from "@univerjs/core";
import type { Value } from "./cell";
import { LITERAL, SHEET_NAME, type Formula } from "./formula";
import { buildSheet, type Cells } from "./sheet";
import { fromEngine, toEngine } from "./values";

/** The four operations on doubles, as Excel stores them: 0.1+0.2 is 0.30000000000000004. */
const OPERATIONS = {
  plusBy: (a: number, b: number) => a + b,
  minusBy: (a: number, b: number) => a - b,
  multiplyBy: (a: number, b: number) => a * b,
  dividedBy: (a: number, b: number) => a / b,
};

type Operation = (this: NumberValueObject, value: string | number | boolean) => BaseValueObject;

/**
 * Makes Univer's numbers calculate in doubles instead of decimals, for the whole process: call it once. Whether a
 * result is an error stays Univer's decision; only the number is replaced.
 */
function calculateInDoubles(): void {
  for (const name of Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]) {
    const decimal = NumberValueObject.prototype[name] as Operation;
    NumberValueObject.prototype[name] = function (this: NumberValueObject, value) {
      const result = decimal.call(this, value);
      return result.isError() ? result : NumberValueObject.create(OPERATIONS[name](this.getValue(), Number(value)));
    } as Operation;
  }
}

/** Makes the functions that join texts (one of them is the operator &) write numbers with Excel's 15 digits. */
function joinAsExcel(functions: IFunctionService): void {
  for (const name of ["CONCATENATE", "CONCAT", "TEXTJOIN"]) {
    const executor = functions.getExecutor(name)!;
    const join = executor.calculate.bind(executor);
    executor.calculate = (...given) => join(...given.map(numbersAsText));
  }
}

function numbersAsText(value: BaseValueObject): BaseValueObject {
  if (value.isArray()) return (value as ArrayValueObject).mapValue(numbersAsText);
  return value.isNumber() ? StringValueObject.create(numberText(Number(value.getValue()))) : value;
}

/** A number as text, the way Excel writes it where a text is wanted. */
function numberText(number: number): string {
  return String(Number(number.toPrecision(15)))
    .toUpperCase()
    .replace(/E([+-])(\d)$/, "E$10$2");
}

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

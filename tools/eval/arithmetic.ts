import {
  NumberValueObject,
  StringValueObject,
  type ArrayValueObject,
  type BaseValueObject,
  type IFunctionService,
} from "@univerjs/engine-formula";

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
export function calculateInDoubles(): void {
  for (const name of Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]) {
    const decimal = NumberValueObject.prototype[name] as Operation;
    NumberValueObject.prototype[name] = function (this: NumberValueObject, value) {
      const result = decimal.call(this, value);
      return result.isError() ? result : NumberValueObject.create(OPERATIONS[name](this.getValue(), Number(value)));
    } as Operation;
  }
}

/** Makes the functions that join texts (one of them is the operator &) write numbers with Excel's 15 digits. */
export function joinAsExcel(functions: IFunctionService): void {
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

import { sharedFormula } from "../../../src/package/formulas/shared";

test.each([
  ["=A9+AA10+$B$12", 1, 0, "=A10+AA11+$B$12"],
  ["=A10*C$100", 5, 2, "=C15*E$100"],
  ["='Q2 1'!$A99+SUM(Sheet10!B100:C1000)", 1, 1, "='Q2 1'!$A100+SUM(Sheet10!C101:D1001)"],
  ["=SUM(B:B,10:10,$3:$3)", 2, 1, "=SUM(C:C,12:12,$3:$3)"],
  ["=LOG10(A1048576)", 1, 0, "=LOG10(A1)"],
])("%s, %i down and %i to the right, is %s", (formula, rows, columns, moved) => {
  expect(sharedFormula(formula)(rows, columns)).toBe(moved);
});

import { isAbsolute, parse, type Node } from "../formula";

/**
 * Whether the formula of a defined name means the same wherever it is used. With a relative reference it depends on the
 * cell that uses it, in a way that Excel does not tell here.
 */
export function meansTheSameEverywhere(formula: string): boolean {
  try {
    return isFixed(parse(formula));
  } catch {
    return false;
  }
}

function isFixed(node: Node | undefined): boolean {
  if (!node) return true;
  switch (node.kind) {
    case "literal":
    case "name":
      return true;
    case "reference":
      return isAbsolute(node.text) && node.sheet !== undefined;
    case "structured":
      return false;
    case "call":
      return node.args.every(isFixed);
    case "application":
      return isFixed(node.callee) && node.args.every(isFixed);
    case "group":
      return isFixed(node.inner);
    case "unary":
    case "postfix":
      return isFixed(node.operand);
    case "binary":
      return isFixed(node.left) && isFixed(node.right);
  }
}

import type { Node } from "./read/nodes";
import { parse } from "./read/parse";
import { FormulaSyntaxError } from "./read/syntax-error";

/** A formula as it was read; undefined where it breaks Excel's grammar. */
export function parsed(formula: string): Node | undefined {
  try {
    return parse(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return undefined;
    throw error;
  }
}

/** A node and all below it, in the order of the text. */
export function nodesOf(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function childrenOf(node: Node): Node[] {
  const given = (args: readonly (Node | undefined)[]) => args.filter((arg) => arg !== undefined);
  switch (node.kind) {
    case "call":
      return given(node.args);
    case "application":
      return [node.callee, ...given(node.args)];
    case "unary":
    case "postfix":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "group":
      return [node.inner];
    default:
      return [];
  }
}

import type { Binary, Node } from "./read/nodes";
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

/** A node and all below it, each before what it holds. Not a function that calls itself: sums of thousands of terms are as deep. */
export function nodesOf(node: Node): Node[] {
  const nodes: Node[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    nodes.push(next);
    waiting.push(...childrenOf(next).reverse());
  }
  return nodes;
}

/** The terms of operators that follow one another, and these operators: `1+2-3` in the order of the text. */
export function chainOf(node: Binary): { readonly first: Node; readonly links: readonly Binary[] } {
  const links: Binary[] = [];
  let first: Node = node;
  for (; first.kind === "binary"; first = first.left) links.push(first);
  return { first, links: links.reverse() };
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

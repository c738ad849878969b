import { readFileSync } from "node:fs";
import Module from "node:module";
import { sep } from "node:path";
import ts from "typescript";

/** What was run of the instrumented code since it was last cleared: how often each place, in one byte. */
export const hits = new Uint8Array(1 << 16);

const COUNTER = "__orebookHits";
(globalThis as Record<string, unknown>)[COUNTER] = hits;

let places = 0;

/** How many places there are. */
export function placesKnown(): number {
  return Math.min(places, hits.length);
}

type Load = (module: { _compile(code: string, file: string): void }, file: string) => void;

/** From now on, code of these folders counts where it was when it is loaded. */
export function instrumentFolders(folders: readonly string[]): void {
  const loaders = (Module as unknown as { _extensions: Record<string, Load> })._extensions;
  const plain = loaders[".ts"]!;
  loaders[".ts"] = (module, file) => {
    if (!folders.some((folder) => file.startsWith(folder + sep))) return plain(module, file);
    module._compile(instrumented(readFileSync(file, "utf8"), file), file);
  };
}

/** TypeScript as the JavaScript that counts where it was: each block, each side of a choice. */
export function instrumented(code: string, file: string): string {
  return ts.transpileModule(code, {
    fileName: file,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    transformers: { after: [counting] },
  }).outputText;
}

const counting: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;
  const count = () =>
    factory.createPostfixIncrement(
      factory.createElementAccessExpression(factory.createIdentifier(COUNTER), places++ % hits.length),
    );
  const counted = (expression: ts.Expression) =>
    factory.createParenthesizedExpression(factory.createComma(count(), expression));
  const before = (statements: readonly ts.Statement[]) => [factory.createExpressionStatement(count()), ...statements];
  const block = (statement: ts.Statement) => (ts.isBlock(statement) ? statement : factory.createBlock([statement]));
  const isChoice = (kind: ts.SyntaxKind) =>
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken;
  /** Statements without braces get some first, so that their blocks count. */
  const braced = (node: ts.Node): ts.Node => {
    const holds =
      ts.isIfStatement(node) || ts.isForOfStatement(node) || ts.isForStatement(node) || ts.isWhileStatement(node);
    const inBraces = (child: ts.Node) => (ts.isStatement(child) ? block(child) : child);
    return holds ? ts.visitEachChild(node, inBraces, context) : node;
  };
  const visit = (given: ts.Node): ts.Node => {
    const node = ts.visitEachChild(braced(given), visit, context);
    if (ts.isBlock(node)) return factory.updateBlock(node, before(node.statements));
    if (ts.isCaseClause(node)) return factory.updateCaseClause(node, node.expression, before(node.statements));
    if (ts.isDefaultClause(node)) return factory.updateDefaultClause(node, before(node.statements));
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body))
      return factory.updateArrowFunction(
        node,
        node.modifiers,
        node.typeParameters,
        node.parameters,
        node.type,
        node.equalsGreaterThanToken,
        counted(node.body),
      );
    if (ts.isConditionalExpression(node))
      return factory.updateConditionalExpression(
        node,
        node.condition,
        node.questionToken,
        counted(node.whenTrue),
        node.colonToken,
        counted(node.whenFalse),
      );
    if (ts.isBinaryExpression(node) && isChoice(node.operatorToken.kind))
      return factory.updateBinaryExpression(node, node.left, node.operatorToken, counted(node.right));
    return node;
  };
  return ts.visitEachChild(file, visit, context);
};

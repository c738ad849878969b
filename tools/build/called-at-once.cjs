const ts = require("typescript");

/**
 * Puts the functions around the modules of one chunk in parentheses. An engine takes that for a function that is called at
 * once and compiles it while the file still arrives; any other it only looks through, and reads it a second time when the
 * module is wanted, with the page waiting. A minifier leaves no such parentheses.
 */
module.exports = class CalledAtOnce {
  /** @param chunk the name of a chunk whose modules are all wanted as soon as it is there */
  constructor(chunk) {
    this.chunk = chunk;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("CalledAtOnce", (compilation) => {
      // What is small is not made smaller afterwards, and neither source maps nor hashes are made yet.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1;
      compilation.hooks.processAssets.tap({ name: "CalledAtOnce", stage }, () => {
        for (const file of compilation.namedChunks.get(this.chunk).files)
          if (file.endsWith(".js")) compilation.updateAsset(file, (source) => wrapped(source, sources.ReplaceSource));
      });
    });
  }
};

function wrapped(source, ReplaceSource) {
  const result = new ReplaceSource(source);
  for (const { pos, end } of moduleFunctions(source.source().toString())) {
    result.insert(pos, "(");
    result.insert(end, ")");
  }
  return result;
}

/** The functions of the first list of functions in a program: webpack begins with that of its modules. */
function moduleFunctions(program) {
  const list = firstWithin(ts.createSourceFile("program.js", program, ts.ScriptTarget.Latest), (node) => {
    const values = valuesOf(node);
    return values.length > 1 && values.every(ts.isArrowFunction) ? values : undefined;
  });
  return list ?? [];
}

function valuesOf(node) {
  if (ts.isArrayLiteralExpression(node)) return node.elements.filter((element) => !ts.isOmittedExpression(element));
  if (ts.isObjectLiteralExpression(node)) return node.properties.map(({ initializer }) => initializer).filter(Boolean);
  return [];
}

/** What is first found in a node or below it. */
function firstWithin(node, find) {
  return find(node) ?? ts.forEachChild(node, (child) => firstWithin(child, find));
}

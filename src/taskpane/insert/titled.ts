import type { Block } from "../../sheets/insert/block";

/** A block with lines above its header: what it is, and where it comes from. They stand above, for a spill may grow. */
export function titled(block: Block, lines: readonly string[]): Block {
  const { content, rows, headers, chart } = block;
  const more = lines.length;
  return {
    ...block,
    content: [...lines.map((line) => [line]), ...content],
    rows: rows + more,
    headers: headers + more,
    ...(chart && { chart: { ...chart, row: chart.row + more } }),
  };
}

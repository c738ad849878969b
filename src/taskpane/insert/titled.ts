import type { Block } from "../../sheets/insert/block";
import { GENERAL } from "../words/number-format";
import { inLines, wideEnough } from "../../sheets/tables/looks/widths";

/** A block with lines above its header: what it is, and where it comes from. They stand above, for a spill may grow. */
export function titled(block: Block, title: string, texts: readonly string[]): Block {
  const { content, rows, headers, rowFormats, cellFormats, chart } = block;
  const widths = wideEnough(block.widths, title);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const lines = [title, ...texts.flatMap((text) => inLines(text, whole))];
  return {
    ...block,
    widths,
    content: [...lines.map((line) => [line]), ...content],
    rows: rows + lines.length,
    headers: headers + lines.length,
    ...(rowFormats && { rowFormats: [...lines.map(() => GENERAL), ...rowFormats] }),
    ...(cellFormats && { cellFormats: [...lines.map(() => []), ...cellFormats] }),
    ...(chart && { chart: { ...chart, row: chart.row + lines.length } }),
  };
}

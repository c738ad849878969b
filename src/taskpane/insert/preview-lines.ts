import type { PaneContext } from "../context/pane-context";
import { copyText } from "../widgets/clipboard";
import { fill, h } from "../widgets/dom";
import { iconOf } from "../widgets/icons";
import { formulaParts } from "../words/cell-text";
import type { Notice } from "./notice";

/** Exactly what will be written, what it gives, and a button that copies the formula; what became of that is said. */
export function previewLines(
  { texts: { insert }, culture }: PaneContext,
  formula: () => string,
  say: (notice: Notice) => void,
) {
  const content = previewContent(insert.preview);
  const result = h("span.preview-result", { role: "status" });
  const label = { "aria-label": insert.copyFormula, title: insert.copyFormula };
  const copy = h("fluent-button", { appearance: "subtle", "icon-only": true, size: "small", ...label }, iconOf("copy"));
  copy.addEventListener("click", async () => {
    const isCopied = await copyText(formula());
    say({ tone: isCopied ? "success" : "warning", text: isCopied ? insert.copied : insert.notCopied });
  });
  return {
    element: h("div.preview-lines", content, result),
    /** Copies the formula. */
    copy,
    /** Shows what would be written, which may be broken after its arguments, and what it gives. */
    show(written: string, gives: string) {
      const parts = written.startsWith("=") ? formulaParts(written, culture.list) : [written];
      fill(content, ...parts.flatMap((part, i) => (i === 0 ? [part] : [h("wbr"), part])));
      content.title = written;
      result.textContent = gives;
    },
  };
}

/** What will be written, to be read and selected like a text box of that name. */
export function previewContent(name: string): HTMLElement {
  return h("code.preview-content", { tabindex: 0, role: "textbox", "aria-readonly": "true", "aria-label": name });
}

export type PreviewLines = ReturnType<typeof previewLines>;

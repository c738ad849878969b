import type { ReleaseControl } from "../../../../workbook/refresh/release-control";
import { fluentButton } from "../../../widgets/buttons";
import { h } from "../../../widgets/dom";
import { segments } from "../../../widgets/segments";
import type { RefreshViewTexts } from "../texts";
import type { RefreshPart } from "./part";

const CHOICES = ["ask", "never"] as const;

/** Pinning the workbook to a day, and whether it may ask about newer data. */
export function pinPart(texts: RefreshViewTexts, releases: ReleaseControl): RefreshPart {
  const day = h("input", { class: "field-input", type: "date", "aria-label": texts.day, oninput: () => enable() });
  const look = fluentButton(texts.pin, () => releases.compare("pin", day.value), { disabled: true });
  const unpin = fluentButton(texts.unpin, () => releases.compare("unpin"));
  const buttons = h("div", { class: "refresh-buttons" }, day, look, unpin);
  const asking = segments(
    texts.onOpen,
    CHOICES.map((value) => ({ value, text: texts.onOpenChoices[value] })),
    releases.state.standing.onOpen,
    (chosen) => void releases.askOnOpen(chosen),
  );
  const enable = () => look.toggleAttribute("disabled", !/^\d{4}-\d{2}-\d{2}$/.test(day.value));
  return {
    element: h(
      "div",
      { class: "refresh-pin" },
      h("h2", {}, texts.pinTitle),
      h("p", { class: "quiet" }, texts.pinIntro),
      buttons,
      h("h2", {}, texts.onOpen),
      asking.element,
    ),
    show({ standing, busy }) {
      for (const button of [look, unpin]) button.toggleAttribute("disabled-focusable", busy !== undefined);
      asking.set(standing.onOpen);
      unpin.hidden = standing.day === undefined;
    },
  };
}

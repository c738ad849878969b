import { refusalText } from "../../../../update/texts";
import type { ReleaseControl } from "../../../../workbook/refresh/release-control";
import type { ReleaseState } from "../../../../workbook/refresh/release-state";
import type { PaneContext } from "../../../context/pane-context";
import { linkButton } from "../../../widgets/buttons";
import { fill, h } from "../../../widgets/dom";
import type { RefreshViewTexts } from "../texts";
import { actionButton, keyed, type RefreshPart } from "./part";

/** Whether there is newer data to be had, and having it. `heir` gets the focus that would get lost. */
export function channelPart(
  { language, numbers }: PaneContext,
  texts: RefreshViewTexts,
  releases: ReleaseControl,
  heir: HTMLElement,
): RefreshPart {
  const element = h("div", { class: "refresh-channel" });
  const fetched = h("progress", { max: 1, "aria-label": texts.fetching });
  /** Who gets newer data wants to know what it would change. */
  const fetchAndCompare = async () => {
    await releases.fetch();
    const { newest, standing } = releases.state;
    if (standing.release !== newest.id) await releases.compare("refresh");
  };
  const check = () => actionButton(texts.check, () => releases.check());
  const build = ({ channel: state, newest }: ReleaseState) => {
    switch (state.kind) {
      case "offered": {
        const { release, date, bytes, notes } = state.notice;
        return fill(
          element,
          h("p", {}, texts.offered(release, date, `${numbers.count(Math.ceil(bytes / 1000))} kB`)),
          h("p", { class: "quiet" }, notes),
          actionButton(texts.fetch, fetchAndCompare),
        );
      }
      case "fetching":
      case "verifying":
        return fill(
          element,
          h("p", {}, texts.fetching),
          fetched,
          linkButton(texts.cancel, () => releases.cancel()),
        );
      case "refused":
        return fill(
          element,
          h("p", { class: "refresh-warning" }, refusalText(state.refusal, newest.id, language)),
          check(),
        );
      default:
        return fill(element, state.kind === "latest" && h("p", { class: "quiet" }, texts.latest(newest.id)), check());
    }
  };
  const renew = keyed(element, heir);
  return {
    element,
    show(state) {
      const { channel } = state;
      const isFetching = channel.kind === "fetching" || channel.kind === "verifying";
      if (isFetching) fetched.value = channel.kind === "fetching" ? channel.received / channel.notice.bytes : 1;
      renew(isFetching ? "fetching" : channel, () => build(state));
    },
  };
}

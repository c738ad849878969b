import { paneContext, type PaneContext } from "./context";
import { fill, h } from "./dom";
import { listenForKeys } from "./keys";
import { SECTIONS } from "./navigation/sections";
import { Stage, type StageState } from "./navigation/stage";
import { panelId, tabBar, tabId } from "./navigation/tab-bar";
import type { PaneServices } from "./services";
import { failureView, loadingView } from "./status-views";
import { textsOf } from "./texts";

export interface Pane {
  /** Puts the cursor into the search box. */
  focusSearch(): void;
  /** Shows a section, if there is one by this id, and does there what a button of the ribbon asks for. */
  open(section: string, what?: string): void;
  /** The data, or where the workbook stands, is another now: shows the same place with it. */
  renew(): Promise<void>;
}

/** Where one begins, and where a search leads. */
const FIND = SECTIONS[0]!.id;

/** Builds the pane into `root`: tabs above, the view of the chosen one, what data this is below. */
export function buildPane(root: HTMLElement, services: PaneServices): Pane {
  const texts = textsOf(services.language);
  const bar = tabBar(texts.sections.label, texts.sections.more, SECTIONS.map((section) => ({ id: section.id, text: section.title(texts) })), (id) => choose(id));
  const panels = new Map(SECTIONS.map(({ id }) => [id, h("div", { class: "panel", role: "tabpanel", id: panelId(id), "aria-labelledby": tabId(id), hidden: id !== FIND })]));
  const status = h("div", { class: "panel" });
  const footer = h("footer", { class: "pane-footer" });
  const stages = new Map<string, Stage>();
  /** What the stages before the last renewal showed. */
  let before = new Map<string, StageState>();
  let context: PaneContext | undefined;
  let chosen = FIND;
  /** What a button of the ribbon asked the chosen section for, until it can be done. */
  let asked: string | undefined;
  /** Counts the loads: only the last one is shown. */
  let loads = 0;

  const stageOf = (id: string): Stage | undefined => {
    const section = SECTIONS.find((one) => one.id === id);
    if (!context || !section) return undefined;
    const stage = stages.get(id) ?? new Stage(context, section, before.get(id));
    if (!stages.has(id)) fill(panels.get(id)!, stage.element);
    stages.set(id, stage);
    return stage;
  };
  const choose = (id: string) => {
    chosen = id;
    for (const [other, panel] of panels) panel.hidden = other !== id || context === undefined;
    const stage = stageOf(id);
    stage?.shown();
    if (!stage || asked === undefined) return;
    const what = asked;
    asked = undefined;
    stage.perform(what);
  };
  const open = (id: string, what?: string) => {
    if (!SECTIONS.some((section) => section.id === id)) return;
    asked = what;
    bar.mark(id);
    choose(id);
  };
  const focusSearch = () => {
    open(FIND);
    stageOf(FIND)?.focus();
  };

  const load = async () => {
    const turn = ++loads;
    before = new Map([...before, ...[...stages].map(([id, stage]) => [id, stage.state()] as const)]);
    for (const stage of stages.values()) stage.dispose();
    stages.clear();
    context = undefined;
    const loading = loadingView(texts);
    fill(status, loading.element);
    choose(chosen);
    status.hidden = false;
    try {
      const arrived = await paneContext(await services.session(), services);
      if (turn !== loads) return;
      context = arrived;
    } catch (error) {
      if (turn === loads) fill(status, failureView(texts, error instanceof Error ? error.message : String(error), () => void load()));
      return;
    } finally {
      loading.stop();
    }
    const { release, at } = context.reader.view;
    footer.textContent = texts.state.about(release.id, release.date, at.day, services.addinVersion);
    status.hidden = true;
    choose(chosen);
  };

  document.documentElement.lang = services.language === "zh" ? "zh-CN" : "en";
  footer.textContent = `Orebook ${services.addinVersion}`;
  fill(root, h("header", { class: "pane-header" }, bar.element), h("main", { class: "pane-main" }, status, ...panels.values()), footer);
  root.classList.add("pane");
  listenForKeys(root, { find: focusSearch, escape: () => stages.get(chosen)?.back() ?? false });
  void load();
  return { focusSearch, open, renew: load };
}

import { PLACES } from "./navigation/places";
import type { Language } from "../query/describe";
import { paneContext, type PaneContext, type Speech } from "./context/pane-context";
import { fill } from "./widgets/dom";
import { listenForKeys } from "./keys";
import { Stage, type StageState } from "./navigation/stage";
import { chooseLanguage, chosenLanguage, type LanguageChoice } from "./context/language";
import { fetchSeriesView } from "./series/lazy-series-view";
import type { PaneServices } from "./context/services";
import { buildShell, type Shell } from "./shell";
import { failureView, loadingView } from "./widgets/status-views";
import { loadTexts } from "./texts";

export type Pane = Pick<MountedPane, "focusSearch" | "open" | "lookAgain" | "tell" | "renew">;

/** Builds a piece of news in a language; it is given what takes it away. */
export type News = (language: Language, done: () => void) => HTMLElement;

/** Where one begins, and where a search leads. */
const FIND = PLACES[0]!.id;

/** Builds the pane into `root`, in the language chosen last. Rejects when the texts of that language cannot be fetched. */
export async function buildPane(root: HTMLElement, services: PaneServices): Promise<Pane> {
  const choice = chosenLanguage(services.storage);
  const language = languageOf(choice, services);
  const texts = await loadTexts(language);
  const pane = new MountedPane(root, services, { language, texts, choice });
  listenForKeys(root, { find: () => pane.focusSearch(), escape: () => pane.back() });
  void pane.renew();
  return pane;
}

function languageOf(choice: LanguageChoice, { language }: PaneServices): Language {
  return choice === "office" ? language : choice;
}

class MountedPane {
  private speech: Speech;
  private shell;
  private readonly stages = new Map<string, Stage>();
  /** What the stages before the last renewal showed. */
  private before = new Map<string, StageState>();
  private context: PaneContext | undefined;
  private chosen = FIND;
  /** What a button of the ribbon asked the chosen section for, until it can be done. */
  private asked: string | undefined;
  private news: News | undefined;
  /** Counts the loads: only the last one is shown. */
  private loads = 0;
  /** Counts the languages chosen: only the last one is spoken. */
  private choices = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly services: PaneServices,
    speech: Omit<Speech, "choose">,
  ) {
    this.speech = this.speechOf(speech);
    this.shell = this.shellBuilt();
    root.classList.add("pane");
  }

  /** Puts the cursor into the search box. */
  focusSearch(): void {
    this.open(FIND);
    this.stageOf(FIND)?.focus();
  }

  /** Shows a section, if there is one by this id, and does there what a button of the ribbon asks for. */
  open(id: string, what?: string): void {
    if (!PLACES.some((section) => section.id === id)) return;
    this.asked = what;
    this.choose(id);
  }

  /** The workbook was written to: what is in sight looks at it again. */
  lookAgain(): void {
    this.stages.get(this.chosen)?.shown();
  }

  /** Puts news above the view, in place of what was there before; undefined takes it away. */
  tell(news: News | undefined): void {
    this.news = news;
    this.showNews(this.shell);
  }

  /** Leaves what is shown over the section's beginning; gives whether there was anything. */
  back(): boolean {
    return this.stages.get(this.chosen)?.back() ?? false;
  }

  /** The data, or where the workbook stands, is another now: shows the same place with it. */
  async renew(): Promise<void> {
    const turn = ++this.loads;
    const hadFocus = this.shell.panels.get(this.chosen)!.contains(document.activeElement);
    this.clear();
    const { texts } = this.speech;
    const loading = loadingView(texts);
    fill(this.shell.status, loading.element);
    this.shell.status.hidden = false;
    this.choose(this.chosen);
    try {
      const arrived = await this.contextOf();
      if (turn === this.loads) this.show(arrived);
      if (turn === this.loads && hadFocus) this.stageOf(this.chosen)?.focus();
    } catch (error) {
      if (turn === this.loads)
        fill(
          this.shell.status,
          failureView(texts, error, () => void this.renew()),
        );
    } finally {
      loading.stop();
    }
  }

  private async contextOf(): Promise<PaneContext> {
    return paneContext(await this.services.session(), this.services, this.speech);
  }

  private show(context: PaneContext): void {
    this.context = context;
    const { release, at } = context.reader.view;
    this.shell.tell(this.speech.texts.state.about(release.id, release.date, at.day, this.services.addinVersion));
    this.shell.status.hidden = true;
    this.choose(this.chosen);
    // What is opened most next is there before it is asked for.
    fetchSeriesView().catch(() => undefined);
  }

  /** Ends the views and keeps what they showed. */
  private clear(): void {
    this.before = new Map([...this.before, ...[...this.stages].map(([id, stage]) => [id, stage.state()] as const)]);
    for (const stage of this.stages.values()) stage.dispose();
    this.stages.clear();
    this.context = undefined;
  }

  private stageOf(id: string): Stage | undefined {
    const section = PLACES.find((one) => one.id === id);
    if (!this.context || !section) return undefined;
    const stage =
      this.stages.get(id) ??
      new Stage(this.context, section, (other, state, what) => this.openAnew(other, state, what), this.before.get(id));
    if (!this.stages.has(id)) fill(this.shell.panels.get(id)!, stage.element);
    this.stages.set(id, stage);
    return stage;
  }

  /** Shows a section built anew, with what another one leads to in it. */
  private openAnew(id: string, state: unknown, what?: string): void {
    this.stages.get(id)?.dispose();
    this.stages.delete(id);
    this.before.set(id, { view: state, trail: [] });
    this.open(id, what);
    this.stageOf(id)?.focus();
  }

  private choose(id: string): void {
    this.chosen = id;
    this.shell.mark(id, this.context !== undefined);
    const stage = this.stageOf(id);
    stage?.shown();
    if (!stage || this.asked === undefined) return;
    const what = this.asked;
    this.asked = undefined;
    stage.perform(what);
  }

  private showNews({ news }: Shell): void {
    const hadFocus = news.contains(document.activeElement);
    fill(
      news,
      this.news?.(this.speech.language, () => this.tell(undefined)),
    );
    if (hadFocus) this.stageOf(this.chosen)?.focus();
  }

  private shellBuilt() {
    const shell = buildShell(this.speech.texts, {
      choose: (id) => this.choose(id),
      switchLanguage: () => void this.switchLanguage(),
    });
    document.documentElement.lang = this.speech.language === "zh" ? "zh-CN" : "en";
    shell.tell(`Orebook ${this.services.addinVersion}`);
    fill(this.root, ...shell.elements);
    shell.mark(this.chosen, false);
    this.showNews(shell);
    return shell;
  }

  private speechOf(speech: Omit<Speech, "choose">): Speech {
    const choose = (choice: LanguageChoice) => void this.speak(choice).then(() => this.stageOf(this.chosen)?.focus());
    return { ...speech, choose };
  }

  private async switchLanguage(): Promise<void> {
    const wanted: Language = this.speech.language === "en" ? "zh" : "en";
    await this.speak(wanted === this.services.language ? "office" : wanted);
    this.shell.focusLanguage();
  }

  /** Shows the same place in the language chosen. Texts that cannot be fetched leave everything as it is. */
  private async speak(choice: LanguageChoice): Promise<void> {
    const turn = ++this.choices;
    const language = languageOf(choice, this.services);
    const texts = await loadTexts(language).catch(() => undefined);
    if (!texts || turn !== this.choices) return;
    chooseLanguage(this.services.storage, choice);
    this.speech = this.speechOf({ language, texts, choice });
    const context = this.context && (await this.contextOf().catch(() => undefined));
    if (turn !== this.choices) return;
    this.clear();
    this.shell = this.shellBuilt();
    if (!context) return this.renew();
    this.loads++;
    this.show(context);
  }
}

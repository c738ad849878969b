/** The add-in on the page: its frame and the host that talks to it. A restart replaces both and leaves the workbook alone. */
import { createExcelHost, type ExcelHost } from "../host/excel-host";
import type { FunctionsMetadata } from "../host/function-metadata";
import { frameChannel } from "../host/transport";
import type { Workbook } from "../host/workbook-model";
import { createFrame, newConversation } from "./frame";
import type { PageSettings } from "./settings";

export interface AddinOptions {
  readonly settings: PageSettings;
  readonly workbook: Workbook;
  readonly functions: FunctionsMetadata;
  /** Where the frame goes. */
  readonly place: HTMLElement;
  readonly paneShown: (isShown: boolean) => void;
}

export class Addin {
  host: ExcelHost;
  private frame: HTMLIFrameElement;

  constructor(private readonly options: AddinOptions) {
    [this.host, this.frame] = this.create();
  }

  /** Loads the add-in's page. */
  load(): void {
    this.options.place.replaceChildren(this.frame);
    this.frame.src = this.options.settings.addin.href;
  }

  /** Ends the runtime and starts another, as Excel does with an add-in that hangs. Load it when the workbook is ready. */
  renew(): void {
    this.host.stop();
    [this.host, this.frame] = this.create();
  }

  private create(): [ExcelHost, HTMLIFrameElement] {
    const { settings, workbook, functions, paneShown } = this.options;
    const conversation = newConversation();
    const frame = createFrame(conversation);
    const { origin } = settings.addin;
    const host = createExcelHost({
      ...settings,
      conversation,
      channel: frameChannel(window, frame, origin),
      addinOrigin: origin,
      workbook,
      functions,
      paneShown,
    });
    return [host, frame];
  }
}

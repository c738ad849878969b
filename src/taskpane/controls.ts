/** Only the controls the pane uses: each import defines one element. */
import "@fluentui/web-components/button.js";
import "@fluentui/web-components/spinner.js";
import "@fluentui/web-components/text-input.js";

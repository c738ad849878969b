/** The strip of commands: the workbook's own and the add-in's buttons. */
import { h } from "../../src/taskpane/widgets/dom";
import { button } from "./dom";
import type { RibbonButton, RibbonGroup } from "./manifest";

export interface Commands {
  newBook(): void;
  open(): void;
  save(): void;
  /** As a file of Excel's, wherever the workbook began. */
  saveExcel(): void;
  undo(): void;
  redo(): void;
  recalculate(): void;
  restart(): void;
  record(): void;
  about(): void;
  press(button: RibbonButton): void;
}

export function showRibbon(place: HTMLElement, { label, buttons }: RibbonGroup, commands: Commands): void {
  const group = (name: string, ...members: HTMLElement[]): HTMLElement =>
    h("div.group", { role: "group", "aria-label": name }, ...members);
  const ours = buttons.map((each) =>
    button(
      each.label,
      () => commands.press(each),
      { id: each.id, title: each.tip },
      h("img", { src: each.icon, alt: "" }),
    ),
  );
  const addin = group(label, ...ours);
  addin.classList.add("addin");
  place.replaceChildren(
    group(
      "Workbook",
      button("New", commands.newBook),
      button("Open…", commands.open),
      button("Save", commands.save),
      button("Save .xlsx", commands.saveExcel),
    ),
    group(
      "Edit",
      button("Undo", commands.undo, { title: "Ctrl+Z" }),
      button("Redo", commands.redo, { title: "Ctrl+Y" }),
      button("Recalculate", commands.recalculate, {
        title: "F9: what is out of date, as in Excel. Custom functions with unchanged arguments are not called again.",
      }),
    ),
    addin,
    group(
      "Workbench",
      button("Restart add-in", commands.restart, {
        title: "Ends the add-in's runtime and starts another; the workbook stays",
      }),
      button("Record", commands.record, {
        title: "Charts the add-in asked for, what is not implemented, errors answered",
      }),
      button("What is this?", commands.about),
    ),
  );
}

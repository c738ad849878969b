/** Makes elements. */
type Attributes = Readonly<Record<string, string | boolean>>;

/** An attribute that is false is left out. Children that are texts are texts, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  made.append(...children);
  return made;
}

export function button(
  label: string,
  press: () => void,
  attributes: Attributes = {},
  ...before: readonly Node[]
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, ...before, element("span", {}, label));
  made.addEventListener("click", press);
  return made;
}

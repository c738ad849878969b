/** What a click does to Fluent's choices in a browser, for pages of tests, which cannot run the elements themselves. */
class Choice extends HTMLElement {
  checked = false;

  constructor() {
    super();
    this.addEventListener("click", () => {
      this.checked = !this.checked;
      this.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  connectedCallback(): void {
    this.checked = this.hasAttribute("checked");
    this.tabIndex = 0;
  }
}

customElements.define("fluent-checkbox", class extends Choice {});
customElements.define("fluent-radio", class extends Choice {});

/** Every text of the help in the pane, and the pages it leads to, relative to the pane's own. */
const en = {
  title: "Help",
  intro: "The guide opens in a browser window of its own.",
  pages: [
    { text: "First steps", href: "help.html" },
    { text: "Functions and tables", href: "help/index.html" },
    { text: "Saved workbooks, without Excel", href: "saved-workbooks.html" },
    { text: "Support", href: "support.html" },
  ],
  languageTitle: "Language of this pane",
  asOffice: "As Office",
  languageNote: "Formulas and their errors follow Office.",
  keysTitle: "Keys",
  keys: [
    { key: "Ctrl+K", does: "search series" },
    { key: "Ctrl+D", does: "pin a series" },
    { key: "Delete", does: "take a series off the list, or a filter away" },
    { key: "Ctrl+Enter", does: "insert" },
    { key: "Esc", does: "clear search and filters; back" },
  ],
};

const zh: typeof en = {
  title: "帮助",
  intro: "使用指南在单独的浏览器窗口中打开。",
  pages: [
    { text: "入门", href: "help.html#zh" },
    { text: "函数和表格", href: "help/zh/index.html" },
    { text: "不打开 Excel 处理已保存的工作簿", href: "saved-workbooks.html#zh" },
    { text: "支持", href: "support.html" },
  ],
  languageTitle: "窗格语言",
  asOffice: "跟随 Office",
  languageNote: "公式及其错误信息跟随 Office 的语言。",
  keysTitle: "按键",
  keys: [
    { key: "Ctrl+K", does: "搜索数据序列" },
    { key: "Ctrl+D", does: "固定序列" },
    { key: "Delete", does: "从列表中移除序列，或清除一项筛选" },
    { key: "Ctrl+Enter", does: "插入" },
    { key: "Esc", does: "清除搜索和筛选；返回" },
  ],
};

export const helpTexts = { en, zh };

/** The format's addresses for what a part is, and for how others refer to it. */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What a part of XML begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

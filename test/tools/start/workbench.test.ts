import { join } from "node:path";
import { selfSignedCertificate } from "../../../tools/start/certificate";
import { serve, type Running } from "../../../tools/start/serve";
import { pageRoutes, workbenchRoutes } from "../../../tools/start/workbench";
import { folder } from "../folder";
import { ask } from "./client";

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const PANE = `<script src="${OFFICE_JS}"></script><script defer src="runtime.js"></script>`;

describe("serving the workbench beside the add-in", () => {
  const site = folder({ "dist/taskpane.html": PANE, "dist/runtime.js": "runtime", "page/index.html": "grid and pane" });
  let addin: Running;
  let workbench: Running;

  beforeAll(async () => {
    const certificate = await selfSignedCertificate(join(site.path, "certificate"));
    const dist = join(site.path, "dist");
    addin = await serve({ root: dist, port: 0, certificate, routes: workbenchRoutes(dist) });
    workbench = await serve({ root: join(site.path, "page"), port: 0, certificate, routes: pageRoutes(addin.url) });
  });
  afterAll(async () => {
    await workbench.close();
    await addin.close();
    site.remove();
  });

  test("the address of office.js is the only difference from the page that Excel gets", async () => {
    expect((await ask(addin.port, "/taskpane.html")).body).toBe(PANE);
    expect((await ask(addin.port, "/workbench/taskpane.html")).body).toBe(
      PANE.replace(OFFICE_JS, "/office-js/office.js"),
    );
    expect((await ask(addin.port, "/workbench/runtime.js")).body).toBe("runtime");
  });

  test("office.js is the installed one", async () => {
    expect((await ask(addin.port, "/office-js/office.js")).body).toContain("Microsoft");
  });

  test("the page knows where the add-in is served", async () => {
    expect((await ask(workbench.port, "/")).body).toBe("grid and pane");
    expect(JSON.parse((await ask(workbench.port, "/addin.json")).body)).toEqual({
      page: `${addin.url}/workbench/taskpane.html`,
    });
  });
});

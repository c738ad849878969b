import { ensureBrowser, ensureChineseFont, type Installer } from "../../../tools/browser/ensure";

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';
const MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n';

function bare(changed: Partial<Installer>): Installer & { ran: string[] } {
  const ran: string[] = [];
  const installed = (): boolean => ran.some((line) => line.startsWith("install"));
  return {
    ran,
    isRoot: true,
    osRelease: DEBIAN,
    find: () => (installed() ? "/usr/bin/chromium" : undefined),
    hasChinese: installed,
    aptGet: (args) => {
      ran.push(args.join(" "));
      return 0;
    },
    ...changed,
  };
}

describe("ensuring a browser", () => {
  test("installs nothing where there is one", () => {
    const machine = bare({ find: () => "/usr/bin/google-chrome" });
    expect(ensureBrowser(machine)).toBe("/usr/bin/google-chrome");
    expect(machine.ran).toEqual([]);
  });

  test.each([DEBIAN, MINT])("installs Chromium as root on %j", (osRelease) => {
    const machine = bare({ osRelease });
    expect(ensureBrowser(machine)).toBe("/usr/bin/chromium");
    expect(machine.ran).toEqual(["update", expect.stringMatching(/^install .*chromium$/)]);
  });

  test("installs nothing for an ordinary user and says what to install", () => {
    const machine = bare({ isRoot: false });
    expect(() => ensureBrowser(machine)).toThrow(/root only.*Install Google Chrome, Microsoft Edge or Chromium/);
    expect(machine.ran).toEqual([]);
  });

  test.each(["", "ID=fedora\n"])("installs nothing on another system (%j)", (osRelease) => {
    const machine = bare({ osRelease });
    expect(() => ensureBrowser(machine)).toThrow("OREBOOK_BROWSER");
    expect(machine.ran).toEqual([]);
  });

  test("names the step that failed", () => {
    expect(() => ensureBrowser(bare({ aptGet: () => 100 }))).toThrow("apt-get update failed");
  });

  test("does not claim success when the package brought no browser", () => {
    expect(() => ensureBrowser(bare({ find: () => undefined }))).toThrow("No browser found");
  });
});

describe("ensuring a font with Chinese letters", () => {
  test("installs one, also where there was a browser", () => {
    const machine = bare({ find: () => "/usr/bin/google-chrome" });
    expect(ensureChineseFont(machine)).toBeUndefined();
    expect(machine.ran).toEqual(["update", expect.stringMatching(/^install .*fonts-noto-cjk/)]);
  });

  test("installs nothing where there is one", () => {
    const machine = bare({ hasChinese: () => true });
    expect(ensureChineseFont(machine)).toBeUndefined();
    expect(machine.ran).toEqual([]);
  });

  test.each<Partial<Installer>>([{ isRoot: false }, { osRelease: "ID=fedora\n" }, { aptGet: () => 100 }])(
    "names the package where it cannot (%j)",
    (changed) => {
      expect(ensureChineseFont(bare(changed))).toMatch(/fonts-noto-cjk/);
    },
  );
});

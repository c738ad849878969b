import { evaluate, refusal } from "../fixtures/seeds";

const text = (formula: string) => String(evaluate(formula));

describe("an item that is held on one basis only", () => {
  it("answers on it without being asked, in every function alike, and STATUS says so", () => {
    const named = evaluate('=METALS.IMPORTS("refined copper",2023,,,,"baci")');
    expect(evaluate('=METALS.IMPORTS("refined copper",2023)')).toBe(named);
    expect(evaluate('=METALS.SERIES("imports","refined copper",2023,2023)')).toEqual([[2023, named]]);
    expect(evaluate('=METALS.GRID("imports","refined copper",2023)')).toEqual([[named]]);
    expect(evaluate('=METALS.SHARE("imports","refined copper",2023,"Chile")')).toBe(
      evaluate('=METALS.SHARE("imports baci","refined copper",2023,"Chile")'),
    );
    expect(evaluate('=METALS.BALANCE("refined copper",2023)')).toBe(
      evaluate('=METALS.BALANCE("refined copper",2023,,,,"baci")'),
    );
    expect(text('=METALS.STATUS("imports","refined copper",2023)')).toContain("CEPII BACI, the only basis held");
  });

  it("is refused as of the first release, as that release did", () => {
    expect(refusal('=METALS.IMPORTS("refined copper",2023,,,,,"R1")')).toMatch(/^#N\/A .*another basis: baci/);
    expect(evaluate('=METALS.IMPORTS("refined copper",2023,,,,"baci","R1")')).toBe(28610051291);
  });
});

describe("any basis", () => {
  it("is customs first, then the others, figure by figure, and STATUS names which", () => {
    expect(evaluate('=METALS.IMPORTS("copper",2024,,,,"any")')).toBe(67330000000);
    expect(evaluate('=METALS.IMPORTS("aluminium",2024,"Australia",,,"any")')).toBe(
      evaluate('=METALS.IMPORTS("aluminium",2024,"Australia",,,"baci")'),
    );
    expect(text('=METALS.STATUS("imports any","aluminium",2024,"Australia")')).toContain("counted by CEPII BACI");
  });

  it("never mixes: a share and a balance are on one basis, the first that has both", () => {
    expect(evaluate('=METALS.SHARE("imports any","aluminium",2024,"Australia")')).toBe(
      evaluate('=METALS.SHARE("imports baci","aluminium",2024,"Australia")'),
    );
    expect(evaluate('=METALS.BALANCE("refined copper",2023,,,,"any")')).toBe(
      evaluate('=METALS.BALANCE("refined copper",2023,,,,"baci")'),
    );
  });

  it("has no answer where no basis has one", () => {
    expect(refusal('=METALS.IMPORTS("copper",1990,,,,"any")')).toMatch(/^#N\/A .*Any basis/);
  });
});

import { requireColumns } from "../input/csv-text";
import { ShapeFault } from "../reading";

/** What a line says of a flow, as printed. */
export interface Flow {
  readonly exporter: number;
  readonly importer: number;
  readonly code: number;
  readonly value: string;
  readonly quantity: string;
  readonly line: number;
}

const COLUMNS = ["t", "i", "j", "k", "v", "q"];
const [LINE_FEED, COMMA, ZERO, NINE] = [10, 44, 48, 57] as const;

/**
 * Reads the lines of a year of world trade as its bytes come. Each is looked at once, byte by byte, and becomes texts only
 * when it is wanted: of ten million lines a few thousand are.
 */
export class FlowScan {
  line = 0;
  private rest: Buffer = Buffer.alloc(0);
  /** Where each column is. */
  private order: Readonly<Record<string, number>> = {};
  /** The numbers of a line by column; of a fraction nothing of use. */
  private readonly numbers = new Float64Array(COLUMNS.length);

  /**
   * @param isWanted whether a flow is to be handed over
   * @param onFlow is told each that is
   */
  constructor(
    private readonly file: string,
    private readonly year: number,
    private readonly isWanted: (exporter: number, importer: number, code: number) => boolean,
    private readonly onFlow: (flow: Flow) => void,
  ) {}

  feed(chunk: Buffer): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const end = bytes.lastIndexOf(LINE_FEED) + 1;
    this.rest = bytes.subarray(end);
    if (end > 0) this.read(bytes, end);
  }

  /** The last line need not end with a line feed. */
  end(): void {
    if (this.rest.length > 0) this.feed(Buffer.from("\n"));
    if (this.line === 0) throw new ShapeFault(`${this.file}:1`, "is empty");
  }

  private read(bytes: Buffer, end: number): void {
    let at = this.line === 0 ? this.readHeader(bytes) : 0;
    const { numbers, isWanted, year } = this;
    const { t = 0, i = 0, j = 0, k = 0 } = this.order;
    while (at < end) {
      const start = at;
      let [column, number, odd] = [0, 0, false];
      for (let byte = bytes[at]!; byte !== LINE_FEED; byte = bytes[++at]!) {
        if (byte >= ZERO && byte <= NINE) number = number * 10 + byte - ZERO;
        else if (byte === COMMA) {
          numbers[column++] = number;
          number = 0;
        } else if (column === t || column === i || column === j || column === k) odd = true;
      }
      numbers[column] = number;
      this.line++;
      if (odd || column !== COLUMNS.length - 1 || numbers[t] !== year) this.readOdd(bytes, start, at);
      else if (isWanted(numbers[i]!, numbers[j]!, numbers[k]!)) this.handOver(this.cells(bytes, start, at));
      at++;
    }
  }

  private readHeader(bytes: Buffer): number {
    const end = bytes.indexOf(LINE_FEED);
    const names = this.cells(bytes, 0, end);
    requireColumns(`${this.file}:1`, names, COLUMNS);
    if (names.length !== COLUMNS.length)
      throw new ShapeFault(`${this.file}:1`, `has ${names.length} columns; it should have ${COLUMNS.join(", ")} alone`);
    this.order = Object.fromEntries(names.map((name, position) => [name, position]));
    this.line = 1;
    return end + 1;
  }

  /** A line that is not plainly six numbers: quoted or padded, of a code that has letters, or wrong. */
  private readOdd(bytes: Buffer, start: number, end: number): void {
    const where = `${this.file}:${this.line}`;
    const cells = this.cells(bytes, start, end);
    if (cells.length !== COLUMNS.length)
      throw new ShapeFault(where, `has ${cells.length} cells; the header has ${COLUMNS.length}`);
    const of = (column: string) => cells[this.order[column]!]!;
    if (of("t") !== String(this.year))
      throw new ShapeFault(`${where}, column t`, `"${of("t")}" is not ${this.year}, the year of the file`);
    for (const column of ["i", "j"])
      if (!/^\d{1,3}$/.test(of(column)))
        throw new ShapeFault(`${where}, column ${column}`, `"${of(column)}" is not the number of a country`);
    if (!/^[0-9A-Z]{4,6}$/.test(of("k")))
      throw new ShapeFault(`${where}, column k`, `"${of("k")}" is not a code of six digits`);
    if (this.isWanted(Number(of("i")), Number(of("j")), Number(of("k")))) this.handOver(cells);
  }

  private cells(bytes: Buffer, start: number, end: number): string[] {
    const text = bytes.toString("latin1", start, end).replace(/^\u00EF\u00BB\u00BF/, "");
    return text.split(",").map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .trim(),
    );
  }

  private handOver(cells: readonly string[]): void {
    const of = (column: string) => cells[this.order[column]!]!;
    this.onFlow({
      exporter: Number(of("i")),
      importer: Number(of("j")),
      code: Number(of("k")),
      value: of("v"),
      quantity: of("q"),
      line: this.line,
    });
  }
}

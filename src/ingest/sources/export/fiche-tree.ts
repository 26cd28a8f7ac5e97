import { SaxesParser } from 'saxes';
import { RefusedFileError } from '../../../domain/errors.ts';
import { ElementGroup, type Repeat } from './element-group.ts';
import { EXPORT_ROOT, type LayoutNode } from './export-layout.ts';

/** Limits on what is read, far above anything genuine. Lengths are in characters. */
export interface ExportLimits {
  readonly depth: number;
  readonly textLength: number;
  readonly ficheLength: number;
}

export const EXPORT_LIMITS: ExportLimits = {
  depth: 32,
  textLength: 8 * 1024 ** 2,
  ficheLength: 64 * 1024 ** 2,
};

/** Distinct unknown paths counted one by one; the rest is counted together. */
const COUNTED_PATHS = 1000;

/** One complete FICHE with the elements it gives twice. */
export interface FicheTree {
  readonly group: ElementGroup;
  readonly repeats: readonly Repeat[];
}

/**
 * Cuts the text of an export into fiches: a streaming parser that walks the layout with the
 * document, so that an element is known by its path and never by its tag alone. What the layout
 * does not know is skipped and counted.
 *
 * - Throws `RefusedFileError` for what makes the whole file unusable: malformed or truncated XML,
 *   another root, a missing or unsupported VERSION_FLUX, a DOCTYPE, another encoding, the limits.
 */
export class FicheTreeParser {
  flowVersion: string | null = null;
  readonly unknownElements = new Map<string, number>();
  private readonly parser = new SaxesParser();
  private readonly name: string;
  private readonly limits: ExportLimits;
  private readonly nodes: LayoutNode[] = [];
  private readonly groups: ElementGroup[] = [];
  private node: LayoutNode | null = null;
  /** Depth inside an unknown element; 0 outside. */
  private skipped = 0;
  private depth = 0;
  private text = '';
  private repeats: Repeat[] = [];
  private complete: FicheTree[] = [];
  private completeCount = 0;
  private lastNumber: string | null = null;
  /** Where the fiche being read began, and how long the text being read is. */
  private boundary = 0;
  private pending = 0;

  constructor(name: string, limits: ExportLimits = EXPORT_LIMITS) {
    this.name = name;
    this.limits = limits;
    const { parser } = this;
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
        this.refuse(`declares the encoding "${encoding}": only UTF-8 is accepted`);
      }
    });
    parser.on('doctype', () => {
      this.refuse('has a DOCTYPE: the export has none, and entity declarations are not accepted');
    });
    parser.on('opentag', (tag) => this.open(tag.name, tag.attributes));
    parser.on('closetag', () => this.close());
    parser.on('text', (text) => this.append(text));
    parser.on('cdata', (text) => this.append(text));
    // No more than these six: with eight handlers V8 stores the parser as a dictionary, and it
    // is five times slower. So an error is thrown, and attributes are read from their tag.
  }

  /** Reads one more piece of the document and returns the fiches that it completes. */
  write(piece: string): FicheTree[] {
    // The parser gathers a text until the next tag: its length is watched from outside.
    const tag = piece.lastIndexOf('<');
    this.pending = tag < 0 ? this.pending + piece.length : piece.length - tag;
    if (this.pending > this.limits.textLength) this.refuseText();
    this.parse(piece);
    if (this.parser.position - this.boundary > this.limits.ficheLength) {
      this.refuse(`has more than ${this.limits.ficheLength} characters without a complete fiche`);
    }
    return this.take();
  }

  /** Says that the document ends here. */
  end(): FicheTree[] {
    this.parse(null);
    if (this.flowVersion === null) this.refuse('has no VERSION_FLUX: a flow 4.x is accepted');
    return this.take();
  }

  /** Refuses the whole file: where in it, what was found, what was read before. */
  refuse(message: string): never {
    const last = this.lastNumber === null ? 'none' : this.lastNumber;
    throw new RefusedFileError(
      `${this.name} ${message} (line ${this.parser.line}, column ${this.parser.column}; fiches complete before: ${this.completeCount}, the last one: ${last})`,
    );
  }

  private parse(piece: string | null): void {
    try {
      this.parser.write(piece);
    } catch (error) {
      if (error instanceof RefusedFileError || !(error instanceof Error)) throw error;
      this.refuse(this.malformed(error.message));
    }
  }

  private take(): FicheTree[] {
    const fiches = this.complete;
    if (fiches.length > 0) this.complete = [];
    return fiches;
  }

  private malformed(message: string): string {
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    return this.depth === 0 && this.completeCount === 0
      ? `is not an XML export of the register (${reason}): a document whose root is FICHES is accepted`
      : `is not well-formed XML, damaged or truncated (${reason})`;
  }

  private refuseText(): never {
    return this.refuse(`has a text longer than ${this.limits.textLength} characters`);
  }

  private open(tag: string, attributes: object): void {
    if (++this.depth > this.limits.depth) {
      this.refuse(`is nested deeper than ${this.limits.depth} levels`);
    }
    if (this.node === null && this.skipped === 0) {
      if (tag !== EXPORT_ROOT.tag) {
        this.refuse(`has the root ${tag}: an export of the register has the root FICHES`);
      }
      this.enter(EXPORT_ROOT);
    } else if (this.skipped > 0) {
      this.skipped++;
    } else {
      const child = this.node?.children.get(tag);
      if (child === undefined) {
        this.count(`${this.node?.path}/${tag}`);
        this.skipped = 1;
      } else {
        this.enter(child);
      }
    }
    this.countAttributes(attributes);
  }

  private enter(node: LayoutNode): void {
    this.nodes.push(node);
    this.node = node;
    if (node.kind !== 'group') {
      this.text = '';
    } else if (node !== EXPORT_ROOT) {
      if (node.tag === 'FICHE') this.beginFiche();
      this.groups.push(new ElementGroup(node));
    }
  }

  private beginFiche(): void {
    if (this.flowVersion === null) {
      this.refuse('has no VERSION_FLUX before its first fiche: a flow 4.x is accepted');
    }
    this.boundary = this.parser.position;
  }

  private append(text: string): void {
    const { node } = this;
    if (node === null) return;
    if (node.kind !== 'group') {
      this.text = this.text === '' ? text : this.text + text;
      if (this.text.length > this.limits.textLength) this.refuseText();
    } else if (this.skipped === 0 && /\S/.test(text)) {
      this.count(`${node.path}/#text`);
    }
  }

  private close(): void {
    this.depth--;
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    const node = this.nodes.pop();
    this.node = this.nodes.at(-1) ?? null;
    if (node === undefined || node === EXPORT_ROOT) return;
    if (node.kind !== 'group') {
      // A letter may come as a base and an accent, as macOS writes it: one letter, one spelling.
      this.closeText(node, this.text.trim().normalize('NFC'));
      return;
    }
    const group = this.groups.pop();
    if (group === undefined) return;
    const parent = this.groups.at(-1);
    if (parent) parent.addGroup(group);
    else this.closeFiche(group);
  }

  private closeText(node: LayoutNode, text: string): void {
    const group = this.groups.at(-1);
    if (group === undefined) {
      this.readVersion(text);
    } else if (text !== '') {
      const repeat = group.addText(node, text);
      if (repeat) this.repeats.push(repeat);
    }
  }

  private closeFiche(group: ElementGroup): void {
    this.complete.push({ group, repeats: this.repeats });
    this.repeats = [];
    this.completeCount++;
    this.lastNumber = group.text('NUMERO_FICHE')?.slice(0, 50) ?? 'without NUMERO_FICHE';
    this.boundary = this.parser.position;
  }

  private readVersion(text: string): void {
    if (!/^4(\.\d{1,9}){0,3}$/.test(text)) {
      this.refuse(`has VERSION_FLUX "${text.slice(0, 50)}": a flow 4.x is accepted`);
    }
    this.flowVersion ??= text;
  }

  private countAttributes(attributes: object): void {
    // An unknown element was counted already: so were its attributes with it.
    if (this.skipped > 0) return;
    for (const attribute in attributes) this.count(`${this.node?.path}/@${attribute}`);
  }

  private count(path: string): void {
    const { unknownElements } = this;
    const cut = path.slice(0, 300);
    const key = unknownElements.has(cut) || unknownElements.size < COUNTED_PATHS ? cut : '…';
    unknownElements.set(key, (unknownElements.get(key) ?? 0) + 1);
  }
}

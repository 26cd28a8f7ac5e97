import type { LayoutNode } from './export-layout.ts';

/** An element that was given more than once where one is expected; the first one counts. */
export interface Repeat {
  readonly path: string;
  readonly given: string;
}

/**
 * One element of a fiche with children, as read: the trimmed texts and the groups below it by tag.
 * Blank texts are not kept.
 */
export class ElementGroup {
  readonly node: LayoutNode;
  private readonly texts = new Map<string, string>();
  private lists: Map<string, string[]> | null = null;
  private groups: Map<string, ElementGroup[]> | null = null;

  constructor(node: LayoutNode) {
    this.node = node;
  }

  /** Keeps a text; returns what was refused when the element was there already with another. */
  addText(node: LayoutNode, text: string): Repeat | null {
    if (node.kind === 'texts') {
      this.lists ??= new Map();
      const list = this.lists.get(node.tag);
      if (list) list.push(text);
      else this.lists.set(node.tag, [text]);
      return null;
    }
    const first = this.texts.get(node.tag);
    if (first === undefined) this.texts.set(node.tag, text);
    return first === undefined || first === text ? null : { path: node.path, given: text };
  }

  addGroup(group: ElementGroup): void {
    this.groups ??= new Map();
    const list = this.groups.get(group.node.tag);
    if (list) list.push(group);
    else this.groups.set(group.node.tag, [group]);
  }

  /** The text of a child, null when absent or blank. */
  text(tag: string): string | null {
    return this.texts.get(tag) ?? null;
  }

  /** The texts of a child that repeats. */
  textList(tag: string): readonly string[] {
    return this.lists?.get(tag) ?? [];
  }

  /** The groups at the end of a path of tags, in document order: `all('CODES_ROME', 'ROME')`. */
  all(...path: readonly [string, ...string[]]): readonly ElementGroup[] {
    let found = this.groups?.get(path[0]) ?? [];
    for (const tag of path.slice(1)) {
      found = found.flatMap((group) => group.groups?.get(tag) ?? []);
    }
    return found;
  }
}

import type { PlainDate } from '../../domain/calendar.ts';
import { exactRegisterCode, type RegisterCode } from '../../domain/certification/register-code.ts';
import { cutGiven, type Finding, type FindingRule } from '../../domain/findings/finding.ts';
import { INDICATOR_TAGS } from '../../domain/rate/indicator.ts';
import type { ElementGroup } from './export/element-group.ts';
import {
  parseCount,
  parseDay,
  parseDuration,
  parseIdentifier,
  parseRates,
  parseSiret,
  parseYear,
  parseYesNo,
  type Refuse,
} from './values.ts';

/**
 * Reads the values of one fiche out of its elements. A value that cannot be read is null and
 * leaves a finding with its path.
 */
export class FieldReader {
  readonly findings: Finding[] = [];
  /** The cohort being read, for its findings. */
  cohortYear: number | null = null;
  private readonly code: string;
  private path = '';
  private readonly refuse: Refuse = (given, message, rule = 'REFUSED_VALUE') => {
    this.find(rule, this.path, given, message);
    return null;
  };

  constructor(code: string) {
    this.code = code;
  }

  /** Records a finding about this fiche. */
  find(rule: FindingRule, element: string, given: string | null, message: string): void {
    this.findings.push({
      rule,
      certificationCode: this.code,
      cohortYear: this.cohortYear,
      element,
      given: given === null ? null : cutGiven(given),
      message,
    });
  }

  day(group: ElementGroup, tag: string): PlainDate | null {
    return parseDay(this.at(group, tag), this.refuse);
  }

  yesNo(group: ElementGroup, tag: string): boolean | null {
    return parseYesNo(this.at(group, tag), this.refuse);
  }

  count(group: ElementGroup, tag: string): number | null {
    return parseCount(this.at(group, tag), this.refuse);
  }

  identifier(group: ElementGroup, tag: string): number | null {
    return parseIdentifier(this.at(group, tag), this.refuse);
  }

  /** Years that something lasts. */
  duration(group: ElementGroup, tag: string): number | null {
    return parseDuration(this.at(group, tag), this.refuse);
  }

  /** The rates of a cohort. */
  rates(group: ElementGroup) {
    return parseRates(
      (indicator) => this.at(group, INDICATOR_TAGS[indicator]),
      () => this.refuse,
    );
  }

  siret(group: ElementGroup, tag: string): string | null {
    return parseSiret(this.at(group, tag), this.refuse);
  }

  year(group: ElementGroup, tag: string): number | null {
    return parseYear(this.at(group, tag), this.refuse);
  }

  /** The years of a list; what is no year is left out. */
  years(group: ElementGroup, tag: string): number[] {
    this.path = `${group.node.path}/${tag}`;
    return group.textList(tag).flatMap((text) => parseYear(text, this.refuse) ?? []);
  }

  /** The code of a fiche as the export writes it; null when absent or malformed. */
  registerCode(text: string | null, path: string): RegisterCode | null {
    if (text === null) return null;
    const code = exactRegisterCode(text);
    if (code === null) {
      this.find('REFUSED_VALUE', path, text, 'not a register code: RNCP or RS and a number');
    }
    return code;
  }

  /** One of a closed list of spellings. */
  oneOf<T>(group: ElementGroup, tag: string, known: ReadonlyMap<string, T>): T | null {
    const text = this.at(group, tag);
    if (text === null) return null;
    const value = known.get(text);
    if (value !== undefined) return value;
    return this.refuse(text, `unknown: ${[...known.keys()].join(', ')} are accepted`);
  }

  /** The only group of a tag; a second one is refused. */
  single(group: ElementGroup, tag: string): ElementGroup | null {
    const [first, second] = group.all(tag);
    if (second) {
      this.find('REFUSED_VALUE', second.node.path, null, 'given more than once: the first counts');
    }
    return first ?? null;
  }

  /**
   * The text that a group cannot do without: without it the group is refused as one value, and the
   * finding shows what else it holds.
   */
  required(group: ElementGroup, tag: string, shown: readonly string[]): string | null {
    const text = group.text(tag);
    if (text === null) {
      const rest = shown.flatMap((other) => group.text(other) ?? []).join(' · ');
      const message = `${tag} is absent: it is required here`;
      if (rest) this.find('REFUSED_VALUE', `${group.node.path}/${tag}`, rest, message);
    }
    return text;
  }

  private at(group: ElementGroup, tag: string): string | null {
    const text = group.text(tag);
    if (text !== null) this.path = `${group.node.path}/${tag}`;
    return text;
  }
}

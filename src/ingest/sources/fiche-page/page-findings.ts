import { cutGiven, type Finding, type FindingRule } from '../../../domain/findings/finding.ts';
import type { Refuse } from '../values.ts';

/** The findings of one fiche page; the element is the heading of the section. */
export class PageFindings {
  readonly list: Finding[] = [];
  private readonly code: string;

  constructor(code: string) {
    this.code = code;
  }

  find(
    rule: FindingRule,
    section: string,
    given: string,
    message: string,
    cohortYear: number | null = null,
  ): void {
    this.list.push({
      rule,
      certificationCode: this.code,
      cohortYear,
      element: section,
      given: cutGiven(given.trim()),
      message,
    });
  }

  refuse(section: string, given: string, message: string): void {
    this.find('REFUSED_VALUE', section, given, message);
  }

  /** What a parser of values calls for a value of this section. */
  at(section: string, cohortYear: number | null = null): Refuse {
    return (given, message, rule = 'REFUSED_VALUE') => {
      this.find(rule, section, given, message, cohortYear);
      return null;
    };
  }
}

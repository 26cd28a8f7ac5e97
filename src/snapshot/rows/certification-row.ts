import type { PlainDate } from '../../domain/calendar.ts';
import {
  REGISTERS,
  type Register,
  type RegisterCode,
} from '../../domain/certification/register-code.ts';
import { REGISTRATION_TYPES } from '../build/certifications.ts';
import { dayOf, flagOf, intOf } from '../columns.ts';
import type { DayView } from '../day-view.ts';

/** A certification seen on a day; each part is read from its column when it is asked for. */
export class CertificationRow {
  readonly view: DayView;
  readonly row: number;

  constructor(view: DayView, row: number) {
    this.view = view;
    this.row = row;
  }

  get code(): RegisterCode {
    return this.view.snapshot.certifications.code[this.row] as RegisterCode;
  }
  get register(): Register {
    return REGISTERS[this.view.snapshot.certifications.register[this.row] ?? 0] ?? 'RNCP';
  }
  get number(): number {
    return this.view.snapshot.certifications.number[this.row] ?? 0;
  }
  get sheetId(): number | null {
    return intOf(this.view.snapshot.certifications.sheetId[this.row]);
  }
  get title(): string {
    return this.view.snapshot.certifications.title[this.row] ?? '';
  }
  get abbreviation(): string | null {
    return this.view.snapshot.certifications.abbreviation[this.row] ?? null;
  }
  get abbreviationLabel(): string | null {
    return this.view.snapshot.certifications.abbreviationLabel[this.row] ?? null;
  }
  get editorialState(): string | null {
    return this.view.snapshot.certifications.editorialState[this.row] ?? null;
  }
  get active(): boolean {
    return this.view.isActive(this.row);
  }
  get activeFlag(): boolean | null {
    return flagOf(this.view.snapshot.certifications.activeFlag[this.row]);
  }
  get level(): number | null {
    return intOf(this.view.snapshot.certifications.level[this.row]);
  }
  get levelCode(): string | null {
    return this.view.snapshot.certifications.levelCode[this.row] ?? null;
  }
  get levelLabel(): string | null {
    return this.view.snapshot.certifications.levelLabel[this.row] ?? null;
  }
  get registrationType(): 'BY_LAW' | 'ON_REQUEST' | null {
    return (
      REGISTRATION_TYPES[this.view.snapshot.certifications.registrationType[this.row] ?? -1] ?? null
    );
  }
  get decisionOn(): PlainDate | null {
    return dayOf(this.view.snapshot.certifications.decisionOn[this.row]);
  }
  get effectiveOn(): PlainDate | null {
    return dayOf(this.view.snapshot.certifications.effectiveOn[this.row]);
  }
  /** Start of validity: date of effect, else of the decision. */
  get validFrom(): PlainDate | null {
    return this.effectiveOn ?? this.decisionOn;
  }
  get registrationEndsOn(): PlainDate | null {
    return dayOf(this.view.snapshot.certifications.registrationEndsOn[this.row]);
  }
  get publishedOn(): PlainDate | null {
    return dayOf(this.view.snapshot.certifications.publishedOn[this.row]);
  }
  get lastJournalOn(): PlainDate | null {
    return dayOf(this.view.snapshot.certifications.lastJournalOn[this.row]);
  }
  get deliveryLimitOn(): PlainDate | null {
    return dayOf(this.view.snapshot.certifications.deliveryLimitOn[this.row]);
  }
  get registrationYears(): number | null {
    return intOf(this.view.snapshot.certifications.registrationYears[this.row]);
  }
  get validityYears(): number | null {
    return intOf(this.view.snapshot.certifications.validityYears[this.row]);
  }
  get partnersMayExist(): boolean | null {
    return flagOf(this.view.snapshot.certifications.partnersMayExist[this.row]);
  }
  get newCaledonia(): boolean | null {
    return flagOf(this.view.snapshot.certifications.newCaledonia[this.row]);
  }
  get frenchPolynesia(): boolean | null {
    return flagOf(this.view.snapshot.certifications.frenchPolynesia[this.row]);
  }
  get descriptionLink(): string | null {
    return this.view.snapshot.certifications.descriptionLink[this.row] ?? null;
  }
  get levelYears(): readonly number[] {
    return this.view.snapshot.certifications.levelYears[this.row] ?? [];
  }
  get partialValidation(): boolean | null {
    return flagOf(this.view.snapshot.certifications.partialValidation[this.row]);
  }
  get distinctBlockPrerequisites(): boolean | null {
    return flagOf(this.view.snapshot.certifications.distinctBlockPrerequisites[this.row]);
  }
  /** Some fiche says what replaces it. */
  get replaced(): boolean {
    return this.view.snapshot.certifications.replaced[this.row] === 1;
  }
  get blockCount(): number {
    const { offset } = this.view.snapshot.blocks;
    return (offset[this.row + 1] ?? 0) - (offset[this.row] ?? 0);
  }
}

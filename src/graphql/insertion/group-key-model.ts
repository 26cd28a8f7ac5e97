import { type PlainDate, parsePlainDate } from '../../domain/calendar.ts';
import type { AccessRouteKind } from '../../domain/certification/access-route.ts';
import type { Register } from '../../domain/certification/register-code.ts';
import type { Dimension } from '../../domain/insertion/dimension.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { BodyRow } from '../../snapshot/rows/body-row.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { bodyOf, certificationOf } from '../../snapshot/rows/lookup.ts';
import { formacodeOf } from '../nomenclature/formacode.ts';
import { occupationOf } from '../nomenclature/occupation.ts';
import { specialityOf } from '../nomenclature/speciality.ts';

/**
 * The keys of a group: one for each dimension it was grouped by, seen on a day. What it is not grouped
 * by is null, and so is a value that is not known.
 */
export class GroupKeyModel<D extends Dimension = Dimension> {
  readonly dimensions: readonly D[];
  /** null = not known. */
  readonly keys: readonly (string | null)[];
  readonly view: DayView;

  constructor(dimensions: readonly D[], keys: readonly (string | null)[], view: DayView) {
    this.dimensions = dimensions;
    this.keys = keys;
    this.view = view;
  }

  get year(): number | null {
    return this.#number('YEAR');
  }
  get certification(): CertificationRow | null {
    return certificationOf(this.view, this.#key('CERTIFICATION'));
  }
  get registrationYears(): number | null {
    return this.#number('REGISTRATION_YEARS');
  }
  /** Its first day. */
  get registrationEndMonth(): PlainDate | null {
    const month = this.#key('REGISTRATION_END_MONTH');
    return month === null ? null : parsePlainDate(`${month}-01`);
  }
  get register(): Register | null {
    return this.#key('REGISTER') as Register | null;
  }
  get level(): number | null {
    return this.#number('LEVEL');
  }
  get registrationType(): 'BY_LAW' | 'ON_REQUEST' | null {
    return this.#key('REGISTRATION_TYPE') as 'BY_LAW' | 'ON_REQUEST' | null;
  }
  /** As it is most often typed. */
  get abbreviation(): string | null {
    const text = this.#key('ABBREVIATION');
    if (text === null) return null;
    const { abbreviations } = this.view.snapshot;
    return abbreviations.code[abbreviations.rowOf.get(text) ?? -1] ?? text;
  }
  get active(): boolean | null {
    const text = this.#key('ACTIVE');
    return text === null ? null : text === 'true';
  }
  get specialityDomain() {
    return specialityOf(this.view, this.#key('SPECIALITY_DOMAIN'));
  }
  get specialitySubdomain() {
    return specialityOf(this.view, this.#key('SPECIALITY_SUBDOMAIN'));
  }
  get speciality() {
    return specialityOf(this.view, this.#key('SPECIALITY'));
  }
  get occupationDomain() {
    return occupationOf(this.view, this.#key('OCCUPATION_DOMAIN'));
  }
  get occupation() {
    return occupationOf(this.view, this.#key('OCCUPATION'));
  }
  get formacode() {
    return formacodeOf(this.view, this.#key('FORMACODE'));
  }
  get certifier(): BodyRow | null {
    return bodyOf(this.view, this.#key('CERTIFIER'));
  }
  get accessRoute(): AccessRouteKind | null {
    return this.#key('ACCESS_ROUTE') as AccessRouteKind | null;
  }
  /** Dimensions whose value is not known. */
  get unknown(): readonly D[] {
    return this.dimensions.filter((_, index) => (this.keys[index] ?? null) === null);
  }

  #key(dimension: Dimension): string | null {
    return this.keys[(this.dimensions as readonly Dimension[]).indexOf(dimension)] ?? null;
  }

  #number(dimension: Dimension): number | null {
    const text = this.#key(dimension);
    return text === null ? null : Number(text);
  }
}

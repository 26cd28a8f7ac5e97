import { RefusedFileError } from '../../../domain/errors.ts';
import type { AccessRouteCode } from '../../../domain/survey/codes.ts';
import type { RosterFieldName } from '../../../domain/survey/layout.ts';
import { regionOfPostalCode } from '../../../domain/survey/region.ts';
import type { XmlHandler } from './xml-pieces.ts';

/** Fields of the roster that a hand-over file fills, in the order of the rows. */
export const HANDOVER_HEADER = [
  'certification',
  'id_titulaire',
  'date_obtention',
  'voie_acces',
  'sexe',
  'annee_naissance',
  'region_formation',
] as const satisfies readonly RosterFieldName[];

const NAMESPACE = 'urn:cdc:cpf:pc5:schema:1.0.0';

/** The elements whose text is read. */
type Leaf =
  | 'action'
  | 'code'
  | 'idTechnique'
  | 'donneeCertifiee'
  | 'codePostalCentreExamen'
  | 'dateDebutValidite'
  | 'modaliteAcces'
  | 'sexe'
  | 'anneeNaissance';

/** The elements that lead to them; the text of any other is never gathered. */
type Branch = { readonly [tag: string]: Branch | Leaf };

const PASSAGE: Branch = {
  idTechnique: 'idTechnique',
  donneeCertifiee: 'donneeCertifiee',
  codePostalCentreExamen: 'codePostalCentreExamen',
  dateDebutValidite: 'dateDebutValidite',
  modalitesInscription: { modaliteAcces: 'modaliteAcces' },
  identificationTitulaire: {
    titulaire: { sexe: 'sexe', anneeNaissance: 'anneeNaissance' },
  },
};
const CERTIFICATION: Branch = {
  code: 'code',
  passageCertifications: { passageCertification: PASSAGE },
};
const FLUX: Branch = {
  action: 'action',
  emetteur: {
    certificateurs: { certificateur: { certifications: { certification: CERTIFICATION } } },
  },
};

const ACCESS_ROUTES: ReadonlyMap<string, AccessRouteCode> = new Map([
  ['FORMATION_INITIALE_HORS_APPRENTISSAGE', 'ELEVE_ETUDIANT'],
  ['FORMATION_INITIALE_APPRENTISSAGE', 'APPRENTISSAGE'],
  ['FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION', 'FORMATION_CONTINUE'],
  ['FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION', 'CONTRAT_PRO'],
  ['VAE', 'VAE'],
  ['EQUIVALENCE_DIPLOME_ETRANGER', 'EQUIVALENCE'],
  ['CANDIDAT_LIBRE', 'CANDIDATURE_INDIVIDUELLE'],
]);

/** Characters of the longest text that is read: an identifier has 255 at most. */
const LONGEST = 1_000;
/** Passages that may come before the code of their certification; files hold 200,000 at most. */
const MOST_WAITING = 500_000;

interface Passages {
  readonly lines: number[];
  readonly rows: string[][];
}

/**
 * Takes from a hand-over file what a roster holds, passage by passage: seven values, and the text of
 * no other element. Source: XSD 1.1.2 of the Caisse des Dépôts and what is known of 1.1.5. Messages give
 * the number of a passage and what is accepted, never a value.
 *
 * - Throws `RefusedFileError` for another document, a deletion, and a value that the XSD does not allow.
 */
export class HandoverPassages implements XmlHandler {
  /** Passages met so far, those whose data is not final included. */
  count = 0;
  notFinal = 0;
  /** Those whose postal code is of no French region. */
  withoutRegion = 0;
  private readonly name: string;
  private readonly path: (Branch | Leaf)[] = [];
  /** Depth within an element that is not read; 0 outside. */
  private skipped = 0;
  private gathered = '';
  private readonly values = new Map<Leaf, string>();
  private certification: string | null = null;
  /** Passages that came before the code of their certification: the XSD leaves the order open. */
  private waiting: Passages = { lines: [], rows: [] };
  private complete: Passages = { lines: [], rows: [] };
  private rootRead = false;

  constructor(name: string) {
    this.name = name;
  }

  get isRootRead(): boolean {
    return this.rootRead;
  }

  /** The passages that were completed since the last call. */
  take(): Passages {
    const { complete } = this;
    this.complete = { lines: [], rows: [] };
    return complete;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const node = this.path.at(-1);
    if (this.skipped > 0) {
      this.skipped++;
    } else if (node === undefined) {
      this.checkRoot(tag, attributes);
      this.path.push(FLUX);
    } else {
      const child = typeof node === 'string' ? undefined : node[tag];
      if (child === undefined) this.skipped = 1;
      else this.enter(child);
    }
  }

  text(text: string): void {
    if (this.skipped > 0 || typeof this.path.at(-1) !== 'string') return;
    this.gathered += text;
    if (this.gathered.length > LONGEST) {
      this.refuse(`${this.path.at(-1)} has more than ${LONGEST} characters`);
    }
  }

  close(): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    const node = this.path.pop();
    if (node === 'action') this.readAction(this.gathered.trim());
    else if (node === 'code') this.readCode(this.gathered.trim());
    else if (typeof node === 'string') this.values.set(node, this.gathered.trim());
    else if (node === PASSAGE) this.closePassage();
    else if (node === CERTIFICATION && this.waiting.rows.length > 0) {
      this.refuse('its certification has no code');
    }
  }

  private refuse(message: string): never {
    throw new RefusedFileError(`${this.name}, passage ${this.count}: ${message}`);
  }

  private checkRoot(tag: string, attributes: Readonly<Record<string, string>>): void {
    const isDeclared = Object.entries(attributes).some(
      ([name, value]) => /^xmlns(:|$)/.test(name) && value === NAMESPACE,
    );
    if (tag !== 'flux' || !isDeclared) {
      throw new RefusedFileError(
        `${this.name} is another XML file: of XML files, the one that is handed over to the Caisse des Dépôts is accepted, whose root is flux in the namespace ${NAMESPACE}`,
      );
    }
    this.rootRead = true;
  }

  private enter(node: Branch | Leaf): void {
    this.path.push(node);
    this.gathered = '';
    if (node === CERTIFICATION) {
      this.certification = null;
    } else if (node === PASSAGE) {
      this.count++;
      this.values.clear();
    }
  }

  private readAction(action: string): void {
    if (action !== 'SUPPRESSION') return;
    throw new RefusedFileError(
      `${this.name} asks the Caisse des Dépôts to delete passages (action SUPPRESSION): a file that creates them (CREATION) is accepted`,
    );
  }

  private readCode(code: string): void {
    if (!/^(?:RNCP|RS)\d{1,9}$/.test(code)) {
      this.refuse('the code of a certification that follows is none: RNCP or RS and a number');
    }
    this.certification = code;
    const { lines, rows } = this.waiting;
    for (const [at, row] of rows.entries()) {
      row[0] = code;
      this.complete.rows.push(row);
      this.complete.lines.push(lines[at] ?? 0);
    }
    if (rows.length > 0) this.waiting = { lines: [], rows: [] };
  }

  private closePassage(): void {
    const isFinal = this.valueOf('donneeCertifiee', /^(?:true|false|1|0)$/, 'true or false');
    if (isFinal === 'false' || isFinal === '0') {
      this.notFinal++;
      return;
    }
    const to = this.certification === null ? this.waiting : this.complete;
    if (to === this.waiting && to.rows.length >= MOST_WAITING) {
      this.refuse('the code of its certification comes too long after it');
    }
    to.lines.push(this.count);
    to.rows.push([
      this.certification ?? '',
      this.values.get('idTechnique') ?? '',
      this.valueOf('dateDebutValidite', /^\d{4}-\d{2}-\d{2}/, 'a day, YYYY-MM-DD').slice(0, 10),
      this.accessRoute(),
      this.valueOf('sexe', /^[MF]$/, 'M or F'),
      this.valueOf('anneeNaissance', /^\d{4}$/, 'a year of 4 digits'),
      this.region(),
    ]);
  }

  /** The text of an element; '' for one that is absent, empty or nil. */
  private valueOf(leaf: Leaf, form: RegExp, accepted: string): string {
    const value = this.values.get(leaf) ?? '';
    if (value !== '' && !form.test(value)) this.refuse(`its ${leaf} is not ${accepted}`);
    return value;
  }

  private accessRoute(): string {
    const given = this.values.get('modaliteAcces') ?? '';
    if (given === '') return '';
    const route = ACCESS_ROUTES.get(given);
    return (
      route ?? this.refuse(`its modaliteAcces is none of ${[...ACCESS_ROUTES.keys()].join(', ')}`)
    );
  }

  private region(): string {
    const postalCode = this.values.get('codePostalCentreExamen') ?? '';
    const region = regionOfPostalCode(postalCode) ?? '';
    if (postalCode !== '' && region === '') this.withoutRegion++;
    return region;
  }
}

/** An element of a hand-over file: text, or elements in it; null = nil. */
export type Element = string | null | readonly (readonly [tag: string, content: Element])[];

const NIL = ' xsi:nil="true"';

/** The XML of elements, with this prefix. */
function xml(content: Element, prefix: string): string {
  if (typeof content === 'string') return content;
  if (content === null) return '';
  return content
    .map(
      ([tag, inner]) =>
        `<${prefix}${tag}${inner === null ? NIL : ''}>${xml(inner, prefix)}</${prefix}${tag}>`,
    )
    .join('\n');
}

/** What a passage of `passage()` may differ in. */
interface Passage {
  readonly id?: string;
  readonly day?: string;
  readonly isFinal?: string;
  readonly route?: string | null;
  readonly sex?: string;
  readonly year?: string;
  readonly postalCode?: string | null;
}

/** A passage with all elements of the XSD 1.1.2; every text of a person holds `SECRET`. */
export function passage({
  id = 'T1',
  day = '2023-06-30',
  isFinal = 'true',
  route = 'VAE',
  sex = 'F',
  year = '1996',
  postalCode = '75009',
}: Passage = {}): Element {
  return [
    ['idTechnique', id],
    ['urlPreuve', 'https://exemple.fr/SECRET'],
    ['libelleOption', 'SECRET option'],
    ['obtentionCertification', 'PAR_ADMISSION'],
    ['donneeCertifiee', isFinal],
    ['dateDebutExamen', '2023-06-01'],
    ['dateFinExamen', '2023-06-02'],
    ['modalitePassageExamen', 'EN_PRESENTIEL'],
    ...(postalCode === null ? [] : ([['codePostalCentreExamen', postalCode]] as const)),
    ['dateDebutValidite', day],
    ['dateFinValidite', null],
    ['presenceNiveauLangueEuro', 'true'],
    ['niveauLangueEuropeen', 'A1'],
    ['presenceNiveauNumeriqueEuro', 'true'],
    [
      'niveauNumeriqueEuropeen',
      [
        ['scoreGeneral', '890'],
        [
          'resultats',
          [
            [
              'resultat',
              [
                ['niveau', '5'],
                ['domaineCompetenceId', '3'],
              ],
            ],
          ],
        ],
      ],
    ],
    ['scoring', null],
    ['mentionValidee', 'MENTION_BIEN'],
    [
      'modalitesInscription',
      [
        ['modaliteAcces', route],
        ['voieAccessVAE', 'VAE_CLASSIQUE'],
        ['initiativeInscription', 'CERTIFIE'],
        ['dateInscription', '2022-02-10'],
      ],
    ],
    ['identificationTitulaire', [['titulaire', holder(sex, year)]]],
    ['verbatim', 'SECRET verbatim'],
  ];
}

function holder(sex: string, year: string): Element {
  return [
    ['nomNaissance', 'SECRET-DUPONT'],
    ['nomUsage', null],
    ['prenom1', 'SECRET-Antoine'],
    ['prenom2', 'SECRET-Julien'],
    ['prenom3', 'SECRET-Philippe'],
    ['anneeNaissance', year],
    ['moisNaissance', '11'],
    ['jourNaissance', '15'],
    ['sexe', sex],
    ['codeCommuneNaissance', [['codeInseeNaissance', [['codeInsee', '31555']]]]],
    ['libelleCommuneNaissance', 'SECRET-Toulouse'],
    ['codePaysNaissance', 'FRA'],
    ['libellePaysNaissance', 'SECRET-France'],
    ['commentairesMEN', 'SECRET commentaire'],
  ];
}

/** A certification with its passages. */
export function certification(code: string, passages: readonly Element[]): Element {
  return [
    ['type', code.replace(/\d+$/, '')],
    ['code', code],
    ['natureDeposant', 'CERTIFICATEUR'],
    ['passageCertifications', passages.map((each) => ['passageCertification', each] as const)],
  ];
}

/** A file of certifications. - prefix: of its elements, `cpf:` as the kit has it, '' for the default. */
export function handoverFile(
  certifications: readonly Element[],
  { prefix = 'cpf:', action = null as string | null, before = '' } = {},
): string {
  const flux: Element = [
    ['idFlux', 'SECRET-flux'],
    ['horodatage', '2023-12-18T14:24:12+01:00'],
    ...(action === null ? [] : ([['action', action]] as const)),
    [
      'emetteur',
      [
        ['idClient', 'AB123CDE'],
        [
          'certificateurs',
          [
            [
              'certificateur',
              [
                ['idClient', 'E564ACB0'],
                ['idContrat', '2560080000127J'],
                ['certifications', certifications.map((each) => ['certification', each] as const)],
              ],
            ],
          ],
        ],
      ],
    ],
  ];
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${before}<${prefix}flux ${name}="urn:cdc:cpf:pc5:schema:1.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${xml(flux, prefix)}</${prefix}flux>\n`;
}

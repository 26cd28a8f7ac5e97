import { dimension, joined } from './columns.ts';
import type { Column } from './report.ts';

interface CertifierCells {
  readonly name: string;
  readonly siren: string | null;
  readonly active: boolean;
}

/** The certifying bodies in force of a certification, in the order of its fiche. */
export function certifierColumns<Item>(
  of: (item: Item) => readonly CertifierCells[],
): Column<Item>[] {
  const inForce = (item: Item) => of(item).filter(({ active }) => active);
  return [
    dimension<Item>(
      'certifier_sirens',
      'TEXT',
      'SIREN des certificateurs',
      'SIREN of the certifying bodies in force, each once, between « ; »; absent when none has one',
      (item) => joined(inForce(item).map(({ siren }) => siren)),
    ),
    dimension<Item>(
      'certifier_names',
      'TEXT',
      'Certificateurs',
      'Names of the certifying bodies in force as the fiche gives them, each once, between « ; »',
      (item) => joined(inForce(item).map(({ name }) => name)),
    ),
  ];
}

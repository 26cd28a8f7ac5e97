import { NONE } from '../snapshot/columns.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { dimension, joined } from './columns.ts';
import type { Column, ValueOf } from './dataset.ts';

/** Lines of the certifying bodies in force of a certification, in the order of its fiche. */
function linesInForce({ certifiers }: Snapshot, row: number): number[] {
  const lines: number[] = [];
  const to = certifiers.offset[row + 1] ?? 0;
  for (let line = certifiers.offset[row] ?? 0; line < to; line++) {
    if (certifiers.active[line] === 1) lines.push(line);
  }
  return lines;
}

/** The certifying bodies in force of a certification; of −1, none. */
export function certifierColumns<Item>(rowOf: ValueOf<Item, number>): Column<Item>[] {
  return [
    dimension<Item>(
      'certifier_sirens',
      'TEXT',
      {
        label: 'SIREN des certificateurs',
        description:
          'SIREN des certificateurs en vigueur, chacun une fois, séparés par «\u00a0;\u00a0»\u00a0; vide quand aucun n’en a',
      },
      {
        label: 'SIREN of the certifying bodies',
        description:
          'SIREN of the certifying bodies in force, each once, between « ; »; absent when none has one',
      },
      (item, view) => {
        const { bodies, certifiers } = view.snapshot;
        const lines = linesInForce(view.snapshot, rowOf(item, view));
        return joined(lines.map((line) => bodies.siren[certifiers.body[line] ?? NONE] ?? null));
      },
    ),
    dimension<Item>(
      'certifier_names',
      'TEXT',
      {
        label: 'Certificateurs',
        description:
          'Noms des certificateurs en vigueur tels que la fiche les donne, chacun une fois, séparés par «\u00a0;\u00a0»',
      },
      {
        label: 'Certifying bodies',
        description:
          'Names of the certifying bodies in force as the fiche gives them, each once, between « ; »',
      },
      (item, view) => {
        const { certifiers } = view.snapshot;
        const lines = linesInForce(view.snapshot, rowOf(item, view));
        return joined(lines.map((line) => certifiers.name[line] ?? null));
      },
    ),
  ];
}

import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { mergeFigures, type SourcedFigure } from '../../../src/domain/rate/merged-figure.ts';

function figure(given: Partial<SourcedFigure>): SourcedFigure {
  const datedOn = parsePlainDate('2026-08-16');
  return { value: 86, sourceId: 1, kind: 'FEED', datedOn, seenOn: null, ...given };
}

describe('a figure that several sources give', () => {
  const feed = figure({ value: 86, sourceId: 3, kind: 'FEED' });
  const page = figure({ value: 85, sourceId: 2, kind: 'FICHE_PAGE' });
  const file = figure({ value: 84, sourceId: 1, kind: 'STATISTICS_FILE' });

  test('comes from the statistics file, then the fiche page, then the feed', () => {
    expect(mergeFigures([feed, page, file]).served).toEqual(file);
    expect(mergeFigures([feed, page]).served).toEqual(page);
    expect(mergeFigures([page, feed]).served).toEqual(page);
    expect(mergeFigures([feed]).served).toEqual(feed);
  });

  test('comes from the later import between two sources of a kind', () => {
    const later = figure({ value: 90, sourceId: 9, kind: 'FICHE_PAGE' });
    expect(mergeFigures([later, page]).served).toEqual(later);
    expect(mergeFigures([page, later]).served).toEqual(later);
  });

  test('comes from the later day between two sources of a kind, in whatever order they came', () => {
    const older = figure({
      ...{ value: 90, sourceId: 9, kind: 'FICHE_PAGE' },
      datedOn: parsePlainDate('2025-08-16'),
    });
    expect(mergeFigures([older, page])).toEqual({ served: page, disagrees: [older] });
    expect(mergeFigures([page, older])).toEqual({ served: page, disagrees: [older] });
  });

  test('names the sources that say something else, and none that agree', () => {
    const same = figure({ value: 84, sourceId: 7, kind: 'FEED' });
    expect(mergeFigures([feed, page, file]).disagrees).toEqual([feed, page]);
    expect(mergeFigures([same, file]).disagrees).toEqual([]);
  });

  test('was first seen on the earliest day of any of them', () => {
    const early = figure({ sourceId: 1, seenOn: parsePlainDate('2021-03-01') });
    const late = figure({ sourceId: 2, kind: 'FICHE_PAGE', seenOn: parsePlainDate('2024-03-01') });
    expect(mergeFigures([late, early]).served).toEqual({ ...late, seenOn: '2021-03-01' });
  });

  test('is absent when no source gives it', () => {
    expect(mergeFigures([])).toEqual({ served: null, disagrees: [] });
  });
});

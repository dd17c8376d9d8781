import { expect, it } from 'vitest';
import { courseOf, courseThrough } from '../../src/core/evaluate/course.js';
import { annotated, annotationViews, readAnnotations } from '../../src/view-model/annotation.js';
import { line, pointsOf } from '../visuals/lines.js';
import { netSales } from './results.js';

const course = courseOf(netSales); // 24, 25 and 26 October

it('finds the points that something falls on', () => {
  expect(annotationViews([{ start: '2025-10-25', label: 'Price change' }], course)).toEqual([
    { label: 'Price change', first: 1, last: 1 },
  ]);
});

it('cuts what reaches beyond the series, and leaves out what lies beside it', () => {
  const views = annotationViews(
    [
      { start: '2025-10-01', end: '2025-10-25', label: 'Campaign' },
      { start: '2025-10-27', label: 'Later' },
      { start: '2025-10-01', end: '2025-10-02', label: 'Before' },
    ],
    course,
  );
  expect(views).toEqual([{ label: 'Campaign', first: 0, last: 1 }]);
});

it.each([[{ start: '25/10/2025', label: 'x' }], [{ start: '2025-10-25' }], ['text'], [null]])(
  'leaves %j out, and says so',
  (annotation) => {
    const good = { start: '2025-10-25', label: 'Price change' };
    const { read, refused } = readAnnotations([annotation, good]);
    expect(read).toEqual([good]);
    expect(refused).toEqual([expect.stringContaining('Expected { start, end, label }')]);
  },
);

it('adds the words to the notes of the first line’s points', () => {
  const lines = annotated([line([1, '2?', 3]), line([4, 5, 6])], [{ label: 'Campaign', first: 0, last: 1 }]);
  expect(lines.map((each) => pointsOf(each).map(({ note }) => note))).toEqual([
    ['Campaign', 'Campaign · Still running', undefined],
    [undefined, undefined, undefined],
  ]);
});

it('falls on all hours of its days', () => {
  const hours = ['2025-10-24T23', '2025-10-25T00', '2025-10-25T23', '2025-10-26T00'].map((hour) => ({
    ...netSales.series[0]!,
    ...{ start: `${hour}:00`, end: `${hour}:59` },
  }));
  expect(annotationViews([{ start: '2025-10-25', label: 'Sale' }], courseThrough(hours))).toEqual([
    { label: 'Sale', first: 1, last: 2 },
  ]);
});

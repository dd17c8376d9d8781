import { expect, it } from 'vitest';
import { en } from '../../src/locale/en.js';
import { pointText } from '../../src/view-model/point-text.js';
import type { LineView, PointView } from '../../src/view-model/view.js';
import { lineThrough } from '../visuals/lines.js';
import { createWords } from '../../src/view-model/words.js';

const words = createWords(en);
const point = (label: string, spoken: string, note?: string): PointView => ({
  start: '',
  end: '',
  value: 1,
  text: spoken,
  spoken,
  label,
  tick: '',
  complete: true,
  note,
});
const line = (label: string, role: LineView['role'], ...points: PointView[]): LineView =>
  lineThrough(points, role, label);

it('says the date once, and a comparison by its own', () => {
  const lines = [
    line('This period', 'current', point('20 November 2025', 'DKK 43200', 'Still running')),
    line('Previous period', 'comparison', point('23 October 2025', 'DKK 41300')),
  ];
  expect(pointText(lines, 0, words)).toBe(
    '20 November 2025. This period: DKK 43200. 23 October 2025: DKK 41300. Still running.',
  );
});

it('says segments by their names, and the same note once', () => {
  const lines = [
    line('email', 'segment', point('20 November 2025', '3', 'Still running')),
    line('direct', 'segment', point('20 November 2025', '4', 'Still running')),
  ];
  expect(pointText(lines, 0, words)).toBe('20 November 2025. email: 3. direct: 4. Still running.');
});

it('says what there is where a line is shorter, and nothing beyond the last point', () => {
  const lines = [line('This period', 'current', point('1 May', '3')), line('Previous period', 'comparison')];
  expect(pointText(lines, 0, words)).toBe('1 May. This period: 3.');
  expect(pointText(lines, 1, words)).toBe('');
});

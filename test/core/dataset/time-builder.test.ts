import { describe, expect, test } from 'vitest';
import type { TimeColumn } from '../../../src/core/dataset/column.js';
import { timeBuilder } from '../../../src/core/dataset/time-builder.js';
import type { Day } from '../../../src/core/time/day.js';
import { isoOf } from '../../../src/core/time/day.js';
import { zoneOf } from '../../../src/core/time/zone.js';
import { readCells } from './read-cells.js';

const read = (cells: readonly unknown[], zone = 'Europe/Copenhagen'): TimeColumn =>
  readCells(timeBuilder(zoneOf(zone)), cells).column;

describe('cells of time', () => {
  test.each([
    ['2026-01-31T23:30:00', 'Europe/Copenhagen', '2026-01-31', '2026-01-31T22:30:00.000Z'],
    ['2026-01-31T23:30:00Z', 'Europe/Copenhagen', '2026-02-01', '2026-01-31T23:30:00.000Z'],
    ['2026-01-31 23:30:00-05:00', 'Europe/Copenhagen', '2026-02-01', '2026-02-01T04:30:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Copenhagen', '2026-03-29', '2026-03-29T01:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['2026-04-05', 'Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z'],
    [' 2026-01-31 ', 'UTC', '2026-01-31', '2026-01-31T00:00:00.000Z'],
    [new Date('2026-01-31T23:30:00Z'), 'Europe/Copenhagen', '2026-02-01', '2026-01-31T23:30:00.000Z'],
  ])('%s in %s is on %s', (cell, zone, day, instant) => {
    const { days, instants } = read([cell], zone);
    expect(isoOf(days[0] as Day)).toBe(day);
    expect(new Date(instants[0]!).toISOString()).toBe(instant);
  });

  test('a calendar date stands as it is written, whatever time or zone comes with it', () => {
    const written = ['2026-01-31', '2026-01-31T23:30:00Z', '2026-01-31T00:00-11:00'];
    const cells = [...written, new Date('2026-01-31T22:30:00Z'), '2026-01-31 noon'];
    const { column, problems } = readCells(timeBuilder(zoneOf('Europe/Copenhagen'), true), cells);
    expect(problems).toEqual({ 4: expect.stringContaining('expected an ISO 8601 date') as string });
    const { days, wholeDays } = column;
    expect([...days].slice(0, 4).map((day) => isoOf(day as Day))).toEqual(Array(4).fill('2026-01-31'));
    expect(wholeDays).toBe(true);
  });

  test('a mere date stands for the whole day, so the rows cannot be cut', () => {
    expect(read(['2026-01-31T10:00', '2026-01-31']).wholeDays).toBe(true);
    expect(read(['2026-01-31T10:00', '', null]).wholeDays).toBe(false);
  });

  test('empty cells have no instant', () => {
    expect([...read(['', null, undefined]).instants]).toEqual([NaN, NaN, NaN]);
  });

  test.each([
    ['2026-02-30', 'this date does not exist'],
    ['2026-13-01T10:00', 'this date does not exist'],
    ['2026-02-30 noon', 'this date does not exist'],
    ['2026-01-3x', 'expected an ISO 8601 date'],
    ['31.01.2026', 'expected an ISO 8601 date'],
    ['2026-01-31T10', 'expected an ISO 8601 date'],
    ['01/02/2026', 'expected an ISO 8601 date'],
    [1_769_817_600_000, 'expected an ISO 8601 date'],
    [new Date(NaN), 'expected an ISO 8601 date'],
    [true, 'expected an ISO 8601 date'],
  ])('%s is refused', (cell, problem) => {
    const { column, problems } = readCells(timeBuilder(zoneOf('Europe/Copenhagen')), [cell]);
    expect(problems[0]).toContain(problem);
    expect(column.instants).toEqual(Float64Array.of(NaN));
  });
});

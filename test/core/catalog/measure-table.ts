import type { EntityDefinition, MeasureDefinition } from '../../../src/core/catalog/definition.js';
import { entities } from '../../../src/core/catalog/entities.js';
import { measures } from '../../../src/core/catalog/measures.js';
import { parameters } from '../../../src/core/catalog/parameters.js';
import { addsUp } from '../../../src/core/evaluate/cube-question.js';

/** Measures that a cube is asked for, by the table that they are counted in. */
export function askedMeasures(): Map<EntityDefinition, MeasureDefinition[]> {
  const byTable = new Map<EntityDefinition, MeasureDefinition[]>();
  for (const measure of measures.values()) {
    const table = entities[measure.entity]!;
    if (measure.aggregation !== 'computed') byTable.set(table, [...(byTable.get(table) ?? []), measure]);
  }
  return byTable;
}

/** What the README tells those who write a cube server: each measure in the words of its declaration, as Markdown. */
export function measureTable(): string {
  const rows = [...askedMeasures()].flatMap(([table, ofTable]) => [
    `| **${table.id}** | ${table.id === 'dailyMeasures' ? 'where nothing tells orders from refunds' : placed(table)} | | |`,
    ...ofTable.map((measure) => {
      const { whenAbsent = [] } = measure;
      const standIns = whenAbsent.map(({ formula }) => `\`${formula}\``).join(', or ');
      return `| \`${measure.id}\` | ${countedBy(measure)} | ${addsUp(measure) ? 'days' : 'windows'} | ${standIns} |`;
    }),
  ]);
  return ['| measure | what it is | given by | without it |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** When the rows of a table are, and what splits them. */
function placed({ time, until, absence, holdsDays, dimensions, own = {} }: EntityDefinition): string {
  return [
    until ? `spread evenly over the days from \`${time}\` to \`${until}\`` : `by \`${time}\``,
    ...(absence === 'carry'
      ? [`a row holds for ${holdsDays ?? `${parameters.maxStaleDays} (\`maxStaleDays\`)`} days`]
      : []),
    `dimensions ${dimensions.map((dimension) => own[dimension] ?? dimension).join(' ')}`,
  ].join('; ');
}

function countedBy(measure: MeasureDefinition): string {
  const { filter, on, per, standard, overlaps, items } = measure;
  const more = [
    filter && `where \`${filter}\``,
    on && `by \`${on}\``,
    per && `those of a day with the same \`${per}\` as one, by the sums of their numbers`,
    standard &&
      Object.entries(standard)
        .map(([name, value]) => `\`${name} = ${value}\``)
        .join(' and ') + ' unless asked by it',
    items && `by \`${items.dimension}\` once under each of its \`${items.of}\``,
    overlaps && 'each person once',
  ];
  return [taken(measure), ...more.filter(Boolean)].join(', ');
}

function taken({ aggregation, expression, share, opening, atLeast, without, active, plus }: MeasureDefinition): string {
  if (opening) return `\`${opening}\` of the day before the window`;
  const days = `${parameters.activityWindowDays} days (\`activityWindowDays\`)`;
  switch (aggregation) {
    case 'count':
      return 'rows';
    case 'countDistinct':
      return [
        `distinct \`${expression}\``,
        ...(atLeast ? [`with at least ${atLeast} rows in the window`] : []),
        ...(without ? [`with no row in the window that is \`${without}\``] : []),
        ...(active ? [`in the ${days} before the window`] : []),
        ...(active === 'throughout' ? ['and in as many up to its end'] : []),
      ].join(' ');
    case 'quantile':
      return `the ${share === 0.5 ? 'median' : `${share! * 100}th percentile`} of \`${expression}\``;
    case 'last':
      return `sum of \`${expression}\` at the end of the window`;
    case 'running':
      return `sum of \`${expression}\` of all time up to the end of the window${plus ? `, and \`${plus}\`` : ''}`;
    case 'mean':
      return `sum of \`${expression}\` at the end of each day, the mean of them`;
    default:
      return `sum of \`${expression}\``;
  }
}

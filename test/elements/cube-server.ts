import { createDataset } from '../../src/core/dataset/create-dataset.js';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import type { CubeQuestion } from '../../src/core/evaluate/cube-question.js';
import { answerFrom } from '../core/evaluate/cube-answerer.js';
import { withVisits } from './shop.js';

const { timeZone, currency, asOf, ...tables } = withVisits;
/** What no channel brought. */
const reviews = tables.orderLines.map(({ placedAt }, nth) => ({ reviewId: `r${nth}`, createdAt: placedAt, rating: 4 }));
const rows = createDataset({ ...tables, reviews }, { timeZone, currency, asOf });

/** The question of a request, as a server reads it. */
export async function questionIn(request: Request): Promise<CubeQuestion> {
  if (request.method === 'POST') return (await request.json()) as CubeQuestion;
  const { searchParams } = new URL(request.url);
  const text = (name: string) => searchParams.get(name) ?? '';
  const list = (name: string) => text(name).split(',').filter(Boolean);
  return {
    ...{ measures: list('measures'), windows: list('windows'), grain: 'day', by: list('by') },
    ...{ where: text('where'), timeZone: text('timeZone'), asOf: text('asOf') },
  };
}

/** A shop that answers cube questions, and notes them. */
export function cubeServer(dataset: Dataset = rows) {
  const asked: CubeQuestion[] = [];
  const requests: Request[] = [];
  const request = async (one: Request): Promise<Response> => {
    requests.push(one.clone());
    const question = await questionIn(one);
    asked.push(question);
    return Response.json(answerFrom(dataset, question));
  };
  return { asked, requests, request };
}

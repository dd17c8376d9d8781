import type { Message } from '../message.js';

/** What is said in place of figures. */
export const failureEnglish = {
  'problem.setting': 'A setting is not right',
  'problem.connection': 'The data did not arrive',
  'problem.other': 'Something went wrong.',
  'problem.unknown-kpi': 'There is no such figure.\nAsked for: {option} “{value}”.\nDid you mean “{suggestion}”?',
  'problem.bad-option':
    'A setting has a value that is not possible.\nFound: {option} “{value}”.\nDid you mean “{suggestion}”?\nPossible: {expected}.',
  'problem.secret-in-address':
    'The address of the data contains a key or a password.\nFound: {parameter}.\nEvery visitor could read it, so nothing was loaded.',
  'problem.unknown-table': 'There is no such table.\nAsked for: {value}.\nDid you mean “{suggestion}”?',
  'problem.unknown-format': 'This data format is not supported.\nAsked for: {value}.\nPossible: {expected}.',
  'problem.bad-period': 'This is not a period.\nFound: “{value}”.\nPossible: {expected}.',
  'problem.bad-date': 'This date does not exist.\nFound: “{value}”.\nFor example: {expected}.',
  'problem.bad-time-zone': 'There is no such time zone.\nFound: “{value}”.\nFor example: {expected}.',
  'problem.bad-formula':
    'The formula of this figure contains a mistake.\nIn: {option}.\nFormula: {formula}.\nFilter: {filter}.\nAt character {at}: {found}.\nExpected: {expected}.\nThere is no “{value}”.\nDid you mean “{suggestion}”?',
  'problem.as-of-required': 'It is not set which day counts as today.',
  'problem.malformed-data':
    'The data is incomplete or not in the expected format.\nField: {field}.\nLine: {line}.\nRow: {row}.\nFound: {found}.\nExpected: {expected}.\nNear: {excerpt}.',
  'problem.malformed-data.nothing': 'There is nothing in the data.',
  'problem.malformed-data.page':
    'This is a web page, not data. Perhaps a login has expired, or the address is wrong.\nIt is titled “{title}”.',
  'problem.unrecognised-data': 'It is not clear what the data contains.\nColumns found: {fields}.',
  'problem.incomplete-data':
    'The answer is only a part of the data, so the figures would be wrong.\nAsk for the whole at once.',
  'problem.too-large':
    'There is more data than a page takes in.\nAt most {rows} rows.\nAt most {megabytes} MB.\nAsk for a shorter time, or for daily figures.',
  'problem.missing-field':
    'The data lacks a column that is needed.\nMissing: {field}.\nPerhaps it is called “{suggestion}” here.',
  'problem.bad-address': 'The address of the data is not valid.',
  'problem.hook-failed': 'The page itself could not ask for the data: its “request” failed.\nIt says: {reason}.',
  'problem.unreachable': 'The server that holds the data could not be reached.\nAddress: {address}.',
  'problem.bad-answer': 'The server that holds the data did not answer as expected.\nStatus: {status}.',
  'problem.bad-answer.not-found': 'There is nothing at {address} ({status}).',
  'problem.bad-answer.fault': 'The server that holds the data has a fault.\nStatus: {status}.\nTry again from {until}.',
  'problem.bad-answer.error': 'The server that holds the data answered with an error.\nIt says: {reason}.',
  'problem.timeout': 'The server that holds the data took too long to answer.\nAddress: {address}.',
  'problem.timeout.hook':
    'The page itself could not ask for the data: its “request” did not answer in time.\nAddress: {address}.',
  'problem.denied': 'Access to the data was refused. A login may have expired.\nStatus: {status}.',
  'problem.busy': 'The server that holds the data is too busy.\nStatus: {status}.\nTry again from {until}.',
  'empty.nothing-given': 'Nothing says where they come from.\nPossible: {expected}.',
  'suggested-map': 'If these are the right columns, this belongs in the tag:',
  'try-again': 'Try again',
} satisfies Record<string, Message>;

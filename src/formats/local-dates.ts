/** In which order a date is written: day, month and year, or the year first. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const yearLast = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)(.*)$/;
const yearFirst = /^(\d{4})\s?[./年]\s?(\d{1,2})\s?[./月]\s?(\d{1,2})日?(?!\d)(.*)$/;
const time = /^[,T\s]*(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([ap])?\.?m?\.?$/i;

/** Whether a text is a date with the parts in some order. */
export const isLocalDate = (text: string): boolean => yearFirst.test(text) || yearLast.test(text);

/**
 * The order that all of some dates are written in; undefined where they are none, or may be of either order: nobody
 * knows what 3/4/2026 is among dates of which none has a day after the twelfth.
 *
 * @param likely what they are then, where something else tells
 */
export function dateOrderOf(texts: readonly string[], likely?: DateOrder): DateOrder | undefined {
  if (texts.every((text) => yearFirst.test(text))) return 'ymd';
  const dates = texts.map((text) => yearLast.exec(text));
  if (!dates.every((date) => date !== null)) return undefined;
  const isOver = (place: 1 | 3) => dates.some((date) => Number(date[place]) > 12);
  if (isOver(1)) return isOver(3) ? undefined : 'dmy';
  if (isOver(3)) return 'mdy';
  // Months stand first between slashes only.
  return dates.every((date) => date[2] !== '/') ? 'dmy' : likely;
}

/** "31.12.2026 14.05" as an ISO text without an offset; undefined for what is no date so. */
export function readLocalDate(text: string, order: DateOrder): string | undefined {
  const found = (order === 'ymd' ? yearFirst : yearLast).exec(text);
  if (!found) return undefined;
  const [, a = '', b = '', c = '', d = '', e = ''] = found;
  const [year, month, day, rest] = order === 'ymd' ? [a, b, c, d] : order === 'dmy' ? [d, c, a, e] : [d, a, c, e];
  const date = `${year}-${two(month)}-${two(day)}`;
  if (rest.trim() === '') return date;
  const [, hour, minute = '', second = '00', half] = time.exec(rest) ?? [];
  if (hour === undefined) return undefined;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return `${date}T${two(String(hours))}:${minute}:${second}`;
}

const two = (digits: string): string => digits.padStart(2, '0');

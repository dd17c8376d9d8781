const zero = 48;

export const isDigit = (code: number): boolean => code >= zero && code < zero + 10;

export const digitAt = (text: string, at: number): number => text.charCodeAt(at) - zero;

/** What two digits in a text come to; far below 0 where something else stands there. */
export const twoDigits = (text: string, at: number): number =>
  isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))
    ? 10 * digitAt(text, at) + digitAt(text, at + 1)
    : -1e9;

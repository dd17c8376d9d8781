/** Long enough to work fast, short enough that a slow phone reads one in well under 50 ms. In characters. */
export const sliceLength = 2 ** 16;

/** What a column needs for its figures, px. */
export const columnWidth = 112;

/** Whether so many stages have room beside each other. */
export const inColumns = (stages: number, width: number): boolean => width >= stages * columnWidth;

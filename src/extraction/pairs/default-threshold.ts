/**
 * Rows below this score are not listed unless they are asked for: fewer than so many in a hundred would be accepted. The one place
 * where strictness is set; how rows, recall and precision follow it stands in README.md.
 */
export const defaultThreshold = 0.5

/**
 * On a single page. The lists that calibrate the score do not speak of most rows there, and by our reading those between the two
 * numbers are mostly right and mostly not wanted: verbs, wordings of the day.
 */
export const pageThreshold = 0.6

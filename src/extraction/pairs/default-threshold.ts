/**
 * Rows below this score are not listed unless they are asked for: fewer than so many in a hundred would be accepted. The one place
 * where strictness is set; how rows, recall and precision follow it stands in README.md.
 */
export const defaultThreshold = 0.5

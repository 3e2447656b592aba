/**
 * Where a row is listed by what its score says alone (languages without a model of rightness): fewer than so many in a hundred of the rows
 * below would be accepted.
 */
export const defaultThreshold = 0.5

/** The same where the rules for pages hold. */
export const pageThreshold = 0.5

/**
 * A row that is less likely right is not listed, however much its term is one. The one place where strictness is set; what other numbers
 * would give stands in README.md.
 */
export const leastRightness = 0.2

/**
 * How much of a machine one rule may take. A rule is signed, but a checkpoint must not stand still for a mistake in
 * one, nor for a payload made to be slow.
 */

/** The deepest nesting of one expression, arrays and operations alike. The policies shipped here reach 12. */
export const deepestExpression = 64

/** The most parts (operations, arrays, literals) of one expression. */
export const mostParts = 10_000

/** The most work of one evaluation: list entries looked at, and parts of a `reduce` step evaluated. */
export const mostWork = 200_000

/**
 * The most work of all rules on one certificate: a stranger's lists are as long as a code allows, and each rule may go
 * through them. The rules that published sets bring for a country take some tens of thousands.
 */
export const mostWorkOfAll = 2_000_000

/** The most rules of one set. */
export const mostRules = 5_000

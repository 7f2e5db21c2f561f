/**
 * Text that a spreadsheet would take for a formula when it opens a CSV file. Only columns of text are asked: a number that is
 * negative stays one. The guard is an apostrophe, which spreadsheets take for "this is text".
 */

/** What begins a formula, in half and full width: those that East Asian keyboards type are taken for the others. */
const beginnings = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20'

/**
 * At the beginning; and behind each separator, for a program that expects another one cuts the cell there, and does not heed
 * quotation marks in the middle of what it takes for a cell.
 */
const formulas = new RegExp(`(^|[,;|\\t])(["' ]*)(?=[${beginnings}])`, 'gu')

const perhaps = new RegExp(`[${beginnings}]`, 'u')

/** The text with a guard wherever a formula could begin; itself, where none could. */
export function guardFormulas(text: string): string {
  // Most texts have none of it, and this is asked of every cell.
  return perhaps.test(text) ? text.replace(formulas, `$1'$2`) : text
}

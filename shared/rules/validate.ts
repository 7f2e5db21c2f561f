/**
 * What a CertLogic expression may look like (specification 1.2, "Operations"): checked before anything is evaluated.
 *
 * Messages that the public validation test suite fixes are worded as it words them; they are for rule authors and
 * stay in English.
 */
import { timeUnits } from './date-time.ts'
import { deepestExpression, mostParts } from './limits.ts'

/** One thing wrong with an expression: where (JSON pointer, RFC 6901), what stands there, and why it may not. */
export interface Issue {
  at: string
  expr: unknown
  message: string
}

/** Operators with the number of operands they take, fewest and most. `var` stands apart: it takes a path. */
const operandCounts: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['if', [3, 3]],
  ['and', [2, Infinity]],
  ['!', [1, 1]],
  ['===', [2, 2]],
  ['in', [2, 2]],
  ['+', [2, 2]],
  ['>', [2, 3]],
  ['<', [2, 3]],
  ['>=', [2, 3]],
  ['<=', [2, 3]],
  ['after', [2, 3]],
  ['before', [2, 3]],
  ['not-after', [2, 3]],
  ['not-before', [2, 3]],
  ['reduce', [3, 3]],
  ['plusTime', [3, 3]],
  ['extractFromUVCI', [2, 2]],
  ['dccDateOfBirth', [1, 1]],
])

/** Checks an expression. Empty: it is valid. Never throws, whatever it is given. */
export function validate(logic: unknown): Issue[] {
  const issues: Issue[] = []
  new Inspection(issues).expression(logic, '', 1)
  return issues
}

class Inspection {
  readonly #issues: Issue[]
  #parts = 0

  constructor(issues: Issue[]) {
    this.#issues = issues
  }

  expression(expr: unknown, at: string, depth: number): void {
    this.#parts += 1
    if (this.#parts > mostParts) {
      if (this.#parts === mostParts + 1) this.#report(expr, at, `expression has more than ${mostParts} parts`)
      return
    }
    if (depth > deepestExpression) {
      this.#report(expr, at, `expression is nested deeper than ${deepestExpression} levels`)
      return
    }
    if (typeof expr === 'string' || typeof expr === 'boolean') return
    if (typeof expr === 'number') {
      if (!Number.isSafeInteger(expr)) this.#report(expr, at, `${expr} is a non-integer number`)
      return
    }
    if (typeof expr !== 'object' || expr === null) this.#report(expr, at, 'invalid CertLogic expression')
    else if (Array.isArray(expr)) this.#each(expr, at, depth)
    else this.#operation(expr, at, depth)
  }

  #each(expressions: readonly unknown[], at: string, depth: number): void {
    for (const [index, expr] of expressions.entries()) {
      if (this.#parts > mostParts) return
      this.expression(expr, `${at}/${index}`, depth + 1)
    }
  }

  #operation(expr: object, at: string, depth: number): void {
    const entries = Object.entries(expr)
    const [entry] = entries
    if (entries.length !== 1 || !entry) {
      this.#report(expr, at, `expression object must have exactly one key, but it has ${entries.length}`)
      return
    }
    const [operator, operands] = entry
    if (operator === 'var') {
      this.#path(expr, operands, at)
      return
    }
    if (!Array.isArray(operands)) {
      this.#report(expr, at, 'operation not of the form { "<operator>": [ <values...> ] }')
      return
    }
    const counts = operandCounts.get(operator)
    if (!counts) {
      this.#report(expr, at, `unrecognised operator: "${operator}"`)
      return
    }
    const [fewest, most] = counts
    if (operands.length < fewest || operands.length > most) {
      const wanted = fewest === most ? `${fewest}` : most === Infinity ? `at least ${fewest}` : `${fewest} or ${most}`
      this.#report(expr, at, `operator "${operator}" takes ${wanted} operands, but it has ${operands.length}`)
      return
    }
    this.#literals(expr, operator, operands, at)
    this.#each(operands, `${at}/${operator}`, depth)
  }

  #path(expr: object, path: unknown, at: string): void {
    if (typeof path !== 'string') this.#report(expr, at, 'not of the form { "var": "<path>" }')
    else if (path !== '' && path.split('.').includes(''))
      this.#report(expr, at, `data access path doesn't have a valid format: ${path}`)
  }

  /** Operands that must stand in the rule itself, so that it can be read without data. */
  #literals(expr: object, operator: string, operands: readonly unknown[], at: string): void {
    if (operator === 'plusTime') {
      if (!Number.isSafeInteger(operands[1])) this.#report(expr, at, '"plusTime" adds a literal integer amount')
      if (!timeUnits.some((unit) => unit === operands[2]))
        this.#report(expr, at, `"plusTime" has a unit of ${timeUnits.join(', ')}`)
    }
    if (operator === 'extractFromUVCI' && !Number.isSafeInteger(operands[1]))
      this.#report(expr, at, '"extractFromUVCI" takes a literal integer index')
  }

  #report(expr: unknown, at: string, message: string): void {
    this.#issues.push({ at, expr, message })
  }
}

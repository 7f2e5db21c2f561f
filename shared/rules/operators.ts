/**
 * CertLogic's operators, each compiled once into a closure over its compiled operands (specification 1.2, "Operations").
 */
import { readLastDay } from '../domain/time/calendar-date.ts'
import { addTime, DateTime, readDateTime, type TimeUnit } from './date-time.ts'
import { spend, truthOf, type Scope, type Step } from './evaluation.ts'
import { Fault } from './fault.ts'

/** What a date-time without a zone means: UTC, as the specification has it, or a fault, as a verifier must. */
export type ZonelessDateTimes = 'utc' | 'error'

/** `if`: only the branch that is taken is evaluated. */
export function compileIf(guard: Step, then: Step, otherwise: Step): Step {
  return (scope) => {
    const truth = truthOf(guard(scope), 'if')
    if (truth instanceof Fault) return truth
    return truth ? then(scope) : otherwise(scope)
  }
}

/** `and`: the first operand that is false, else the last; operands after the first false one are not evaluated. */
export function compileAnd(operands: readonly Step[]): Step {
  return (scope) => {
    let value: unknown = true
    for (const operand of operands) {
      value = operand(scope)
      const truth = truthOf(value, 'and')
      if (truth instanceof Fault) return truth
      if (!truth) return value
    }
    return value
  }
}

/** `!`: a fault stays a fault. */
export function compileNot(operand: Step): Step {
  return (scope) => {
    const truth = truthOf(operand(scope), '!')
    return truth instanceof Fault ? truth : !truth
  }
}

const isBasic = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** `===` on texts, numbers, booleans and null; "reliable on strings and integers", so lists and objects are a fault. */
export function compileEqual(left: Step, right: Step): Step {
  return (scope) => {
    const a = left(scope)
    if (a instanceof Fault) return a
    const b = right(scope)
    if (b instanceof Fault) return b
    return isBasic(a) && isBasic(b) ? a === b : new Fault('not-comparable', '===')
  }
}

/** `in`: membership without coercion. What is not a list (a value set we do not hold) is a fault, not "no". */
export function compileIn(member: Step, list: Step): Step {
  return (scope) => {
    const value = member(scope)
    if (value instanceof Fault) return value
    const values = list(scope)
    if (values instanceof Fault) return values
    if (!Array.isArray(values)) return new Fault('not-a-list', 'in')
    if (!isBasic(value)) return new Fault('not-comparable', 'in')
    return spend(scope, values.length) ? values.includes(value) : new Fault('too-much-work', 'in')
  }
}

/** `+` of two integers. */
export function compileSum(left: Step, right: Step): Step {
  return (scope) => {
    const a = left(scope)
    if (a instanceof Fault) return a
    const b = right(scope)
    if (b instanceof Fault) return b
    const sum = typeof a === 'number' && typeof b === 'number' ? a + b : Number.NaN
    const whole = Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(sum)
    return whole ? sum : new Fault('not-an-integer', '+')
  }
}

type Comparison = (a: number, b: number) => boolean

/** Comparisons of integers. */
export const integerComparisons: ReadonlyMap<string, Comparison> = new Map([
  ['>', (a, b) => a > b],
  ['<', (a, b) => a < b],
  ['>=', (a, b) => a >= b],
  ['<=', (a, b) => a <= b],
])

/** Comparisons of date-times. */
export const timeComparisons: ReadonlyMap<string, Comparison> = new Map([
  ['after', (a, b) => a > b],
  ['before', (a, b) => a < b],
  ['not-after', (a, b) => a <= b],
  ['not-before', (a, b) => a >= b],
])

const integerOf = (value: unknown, operator: string): number | Fault =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : new Fault('not-an-integer', operator)

const epochOf = (value: unknown, operator: string): number | Fault =>
  value instanceof DateTime ? value.epoch : new Fault('not-a-date-time', operator)

/** A comparison of two or three operands: each with the next. All are evaluated, so that a fault is never skipped. */
export function compileComparison(operator: string, compare: Comparison, operands: readonly Step[]): Step {
  const numberOf = timeComparisons.has(operator) ? epochOf : integerOf
  return (scope) => {
    let holds = true
    let previous: number | null = null
    for (const operand of operands) {
      const value = operand(scope)
      if (value instanceof Fault) return value
      const number = numberOf(value, operator)
      if (number instanceof Fault) return number
      if (previous !== null) holds &&= compare(previous, number)
      previous = number
    }
    return holds
  }
}

/**
 * `reduce`: a left fold; the step sees `accumulator`, `current` and the whole content as `data`. Null stands for an
 * empty list. `parts` is how many parts the step has: each round costs that much work.
 */
export function compileReduce(list: Step, step: Step, initial: Step, parts: number): Step {
  return (scope) => {
    const values = list(scope)
    if (values instanceof Fault) return values
    if (values !== null && !Array.isArray(values)) return new Fault('not-a-list', 'reduce')
    const data = scope.content
    let accumulator = initial(scope)
    for (const current of values ?? []) {
      if (accumulator instanceof Fault) return accumulator
      if (!spend(scope, parts)) return new Fault('too-much-work', 'reduce')
      const inner: Scope = { content: { accumulator, current: current ?? null, data }, work: scope.work }
      accumulator = step(inner)
    }
    return accumulator
  }
}

/**
 * `plusTime`: the only way from a text to a date-time. Under `error`, a time without a zone is a fault, and so is a mere day where
 * the rule counts in hours: the moment is then not known to the hour.
 */
export function compilePlusTime(text: Step, amount: number, unit: TimeUnit, zoneless: ZonelessDateTimes): Step {
  return (scope) => {
    const value = text(scope)
    if (value instanceof Fault) return value
    if (value instanceof DateTime) return moved(value.epoch, amount, unit)
    const moment = typeof value === 'string' ? readDateTime(value) : null
    if (!moment) return new Fault('not-a-date', 'plusTime')
    const vague = moment.precision === 'zoneless' || (moment.precision === 'day' && unit === 'hour')
    if (vague && zoneless === 'error') return new Fault('zone-missing', 'plusTime')
    return moved(moment.epoch, amount, unit)
  }
}

function moved(epoch: number, amount: number, unit: TimeUnit): DateTime | Fault {
  const result = addTime(epoch, amount, unit)
  return result === null ? new Fault('out-of-calendar', 'plusTime') : new DateTime(result)
}

/** `dccDateOfBirth`: a birth date, the last possible day where its day or month is left out. */
export function compileBirthDate(text: Step): Step {
  return (scope) => {
    const value = text(scope)
    if (value instanceof Fault) return value
    const epoch = typeof value === 'string' ? readLastDay(value) : null
    return epoch === null ? new Fault('not-a-date', 'dccDateOfBirth') : new DateTime(epoch)
  }
}

/** `extractFromUVCI`: the fragment of a certificate identifier at an index, not counting a leading `URN:UVCI:`; else null. */
export function compileExtract(identifier: Step, index: number): Step {
  return (scope) => {
    const value = identifier(scope)
    if (value === null || value instanceof Fault) return value
    if (typeof value !== 'string') return new Fault('not-a-text', 'extractFromUVCI')
    if (!spend(scope, value.length)) return new Fault('too-much-work', 'extractFromUVCI')
    const bare = value.startsWith('URN:UVCI:') ? value.slice('URN:UVCI:'.length) : value
    return bare.split(/[/#:]/)[index] ?? null
  }
}

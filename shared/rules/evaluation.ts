/**
 * One evaluation: the content it reads, the work it may still do, and what of it counts as true.
 */
import { DateTime } from './date-time.ts'
import { Fault } from './fault.ts'

/** How much work may still be done; shared by whatever takes from it. */
export interface Work {
  left: number
}

/** What an expression sees: the content, and how much work is left (shared with the steps of a `reduce`). */
export interface Scope {
  content: unknown
  work: Work
}

/** A compiled expression: a value of JSON, a DateTime, or a Fault. */
export type Step = (scope: Scope) => unknown

/** Takes `amount` from the work that is left; false when there is not enough. */
export function spend(scope: Scope, amount: number): boolean {
  scope.work.left -= amount
  return scope.work.left >= 0
}

/**
 * Truth as CertLogic has it ("Truthy and falsy values"): null, `false`, 0, and whatever is empty are false; values that
 * are neither true nor false (date-times, fractions) are a fault.
 */
export function truthOf(value: unknown, operator: string): boolean | Fault {
  if (typeof value === 'boolean') return value
  if (value === null || value === undefined) return false
  if (typeof value === 'string') return value !== ''
  if (typeof value === 'number' && Number.isInteger(value)) return value !== 0
  if (Array.isArray(value)) return value.length > 0
  if (value instanceof Fault) return value
  if (value instanceof DateTime) return true
  if (isRecord(value)) return Object.keys(value).length > 0
  return new Fault('neither-true-nor-false', operator)
}

/** Whether a value is an object of JSON: not an array, and not of a class of its own. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const indexPattern = /^(?:0|[1-9]\d{0,8})$/

/**
 * Compiles a data access path ("Data access"). Only own properties of JSON objects and elements of arrays are reached;
 * everything else, a string's length or a prototype's method, is null.
 */
export function compilePath(path: string): Step {
  if (path === '') return (scope) => scope.content ?? null
  const fragments = path.split('.').map((name) => ({ name, index: indexPattern.test(name) ? Number(name) : -1 }))
  return (scope) => {
    let value = scope.content
    for (const { name, index } of fragments) {
      if (Array.isArray(value)) value = index >= 0 && Object.hasOwn(value, index) ? value[index] : null
      else if (isRecord(value)) value = Object.hasOwn(value, name) ? value[name] : null
      else return null
    }
    return value ?? null
  }
}

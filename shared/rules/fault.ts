/**
 * Why an expression has no value. Faults travel as values through every operator and end as "not passed": never as an
 * exception, never as a `false` that a negation could turn into `true`.
 */

export const faultCodes = [
  'not-a-date',
  'zone-missing',
  'out-of-calendar',
  'not-an-integer',
  'not-a-date-time',
  'not-a-list',
  'not-a-text',
  'not-comparable',
  'neither-true-nor-false',
  'too-much-work',
  'unreadable-content',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** A fault: a stable code and the operator that met it. A class, so that nothing in a payload can pass for one. */
export class Fault {
  readonly code: FaultCode
  readonly operator: string

  constructor(code: FaultCode, operator: string) {
    this.code = code
    this.operator = operator
  }
}

/** Errors that may cross the wire: a stable code and a sentence. Anything else becomes `INTERNAL` and stays behind. */

export const faultCodes = ['BAD_REQUEST', 'UNKNOWN_METHOD', 'NOT_ALLOWED', 'INTERNAL', 'CLOSED'] as const
export type FaultCode = (typeof faultCodes)[number]

/** An error with a code that both sides know. */
export class Fault extends Error {
  readonly code: FaultCode
  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Fault'
    this.code = code
  }
}

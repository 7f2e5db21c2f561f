/** What is looked at, and what each look can come to. */

/**
 * The checks, in the order in which they run and are shown. The last two are about a traveller and not about a code:
 * against what else they showed, and against earlier crossings.
 */
export const checks = [
  'format',
  'structure',
  'signature',
  'key',
  'period',
  'revocation',
  'rules',
  'trust-age',
  'clock',
  'identity',
  'repeat',
] as const
export type Check = (typeof checks)[number]

export const statuses = ['pass', 'warn', 'fail', 'skipped'] as const
export type Status = (typeof statuses)[number]

/** One shape an outcome, told apart without colour: disc with tick, triangle with !, octagon with cross, square with ?. */
import type { ReactNode } from 'react'
import type { Outcome } from '../../shared/domain/finding/verdict.ts'

const outlines: Record<Outcome, ReactNode> = {
  accepted: <circle cx="50" cy="50" r="48" />,
  check: <path d="M50 4 99 94H1Z" strokeLinejoin="round" />,
  rejected: <path d="M30 2h40l28 28v40L70 98H30L2 70V30Z" />,
  unreadable: <rect x="5" y="5" width="90" height="90" rx="6" />,
}

const signs: Record<Outcome, ReactNode> = {
  accepted: <path d="M27 52l16 17 31-37" />,
  check: <path d="M50 36v28M50 77.5v1" />,
  rejected: <path d="M31 31l38 38M69 31L31 69" />,
  unreadable: <path d="M36 38c0-19 28-19 28 0 0 12-14 11-14 24M50 77.5v1" />,
}

/** The shape; its size and its two colours come from `className` (`fill` and `--sign`). Text beside it says the same. */
export function OutcomeShape({ outcome, className }: { outcome: Outcome; className: string | undefined }): ReactNode {
  return (
    <svg className={className} viewBox="0 0 100 100" aria-hidden="true">
      {outlines[outcome]}
      <g fill="none" stroke="var(--sign)" strokeWidth="11" strokeLinecap="round" strokeLinejoin="round">
        {signs[outcome]}
      </g>
    </svg>
  )
}

/** The list of looks: the newest when the room is entered or somebody is asked for, and older ones behind them. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AccessLine, AccessList } from '../../../shared/contract/accesses.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import { useLink } from '../../rpc/link-context.ts'

/** `nobody`: what was typed is a plate, and names nobody. `failed`: the program did not answer. */
export type AccessesNow =
  | { kind: 'asking' }
  | { kind: 'nobody' }
  | { kind: 'failed' }
  | { kind: 'listed'; lines: readonly AccessLine[]; before: number | null }

export interface AccessesRead {
  accesses: AccessesNow
  /** Asks anew: of one person, by name or number; empty: of everybody. */
  ask: (person: string) => void
  /** Those that are older than the ones that are shown; null: there are none. */
  older: (() => void) | null
}

export function useAccesses(): AccessesRead {
  const link = useLink()
  const shown = useFrame().place.room === 'accesses'
  const [accesses, setAccesses] = useState<AccessesNow>({ kind: 'asking' })
  const last = useRef(0)
  const person = useRef('')
  const read = useCallback(
    async (before: number | null, above: readonly AccessLine[]) => {
      const asked = ++last.current
      const query = { person: person.current === '' ? null : person.current, before }
      const answer = await answerOf(link.call('accesses.list', query))
      if (asked === last.current) setAccesses(after(answer, above))
    },
    [link],
  )
  useEffect(() => {
    if (shown) void read(null, [])
  }, [read, shown])
  const { lines, before } = accesses.kind === 'listed' ? accesses : { lines: [], before: null }
  return {
    accesses,
    ask(typed) {
      person.current = typed.trim()
      void read(null, [])
    },
    older: before === null ? null : () => void read(before, lines),
  }
}

function after(answer: AccessList | null, above: readonly AccessLine[]): AccessesNow {
  if (!answer) return { kind: 'failed' }
  if (answer.kind === 'nobody') return answer
  return { kind: 'listed', lines: [...above, ...answer.lines], before: answer.before }
}

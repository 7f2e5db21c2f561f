/** The first root of a checkpoint that believes nobody yet: a place is looked at, its root compared, then taken. */
import { useState } from 'react'
import { useLink } from '../../rpc/link-context.ts'
import type { Refusal } from './outcome.tsx'
import {
  emptySource,
  readSource,
  type Previewed,
  type Source,
  type SourceDraft,
  type SourceFault,
} from './source-draft.ts'
import { useAsking } from './use-asking.ts'

export interface FirstRoot {
  draft: SourceDraft
  fault: SourceFault | null
  /** What is being compared; null: nothing yet. */
  previewed: Previewed | null
  /** The program is at work. */
  busy: boolean
  refused: Refusal | null
  type: (changed: Partial<SourceDraft>) => void
  /** Looks at what a place publishes, believing nothing. */
  look: (source: Source) => void
  /** The same for the place that is typed. */
  lookTyped: () => void
  /** It is to come from another place. */
  other: () => void
  /** The fingerprint was compared, and is the authority's. */
  agree: () => void
}

/** @param onTaken its root is believed from here on, and what it vouches for can be fetched */
export function useFirstRoot(onTaken: (source: Source) => void): FirstRoot {
  const link = useLink()
  const [draft, setDraft] = useState(emptySource)
  const [fault, setFault] = useState<SourceFault | null>(null)
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const { busy, refused, ask, quiet } = useAsking()
  const look = (source: Source): void =>
    ask(
      () => link.call('setUp.preview', { ...source, profile: 'open' }),
      (preview) => {
        setPreviewed({ source, preview })
        return null
      },
    )
  return {
    draft,
    fault,
    previewed,
    busy,
    refused,
    look,
    type(changed) {
      setDraft((before) => ({ ...before, ...changed }))
      setFault(null)
      quiet()
    },
    lookTyped() {
      const read = readSource(draft)
      if (read.ok) look(read.source)
      else setFault(read.fault)
    },
    other() {
      setPreviewed(null)
      quiet()
    },
    agree() {
      if (!previewed) return
      const { source, preview } = previewed
      ask(
        () => link.call('setUp.believe', { ...source, fingerprint: preview.fingerprint }),
        () => {
          setPreviewed(null)
          setDraft(emptySource)
          onTaken(source)
          return null
        },
      )
    },
  }
}

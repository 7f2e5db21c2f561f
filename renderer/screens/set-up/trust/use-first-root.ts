/** The first root of a checkpoint that believes nobody yet: a place is looked at, its root compared, then taken. */
import { useState } from 'react'
import { readOut } from '../../../../shared/domain/secret/fingerprint.ts'
import type { ReadFault } from '../../../ui/read-out.tsx'
import { useLink } from '../../../rpc/link-context.ts'
import type { Refusal } from '../outcome.tsx'
import {
  emptySource,
  readSource,
  type Previewed,
  type Source,
  type SourceDraft,
  type SourceFault,
} from './source-draft.ts'
import { useAsking } from '../use-asking.ts'

export interface FirstRoot {
  draft: SourceDraft
  fault: SourceFault | null
  /** What is being compared; null: nothing yet. */
  previewed: Previewed | null
  /** What was typed of its fingerprint, as the authority read it out. */
  heard: string
  /** Why that is not the fingerprint. */
  unheard: ReadFault | null
  /** The program is at work. */
  busy: boolean
  refused: Refusal | null
  type: (changed: Partial<SourceDraft>) => void
  /** Looks at what a place publishes, believing nothing. */
  look: (source: Source) => void
  /** The same for the place that is typed. */
  lookTyped: () => void
  hear: (heard: string) => void
  /** It is to come from another place. */
  other: () => void
  /** Compares what was typed, and takes the root where it is the fingerprint's. */
  agree: () => void
}

/** @param onTaken its root is believed from here on, and what it vouches for can be fetched */
export function useFirstRoot(onTaken: (source: Source) => void): FirstRoot {
  const link = useLink()
  const [draft, setDraft] = useState(emptySource)
  const [fault, setFault] = useState<SourceFault | null>(null)
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const [heard, setHeard] = useState('')
  const [unheard, setUnheard] = useState<ReadFault | null>(null)
  const { busy, refused, ask, quiet } = useAsking()
  const hear = (typed: string): void => {
    setHeard(typed)
    setUnheard(null)
    quiet()
  }
  const look = (source: Source): void =>
    ask(
      () => link.call('setUp.preview', { ...source, profile: 'open' }),
      (preview) => {
        setPreviewed({ source, preview })
        hear('')
        return null
      },
    )
  return {
    draft,
    fault,
    previewed,
    heard,
    unheard,
    busy,
    refused,
    look,
    hear,
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
      hear('')
    },
    agree() {
      if (!previewed) return
      const { source, preview } = previewed
      const read = readOut(preview.fingerprint, heard)
      if (read !== 'same') return setUnheard(`read-${read}`)
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

/** The key that prints a crossing's slip, and what it could not print. */
import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/language.tsx'
import { useKey } from '../../keys/keyboard.tsx'
import { Key } from '../../ui/key.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { SlipPaper } from './slip-paper.tsx'
import { useSlip, type SlipPrinting } from './use-slip.ts'

export function SlipKey({ seq }: { seq: number }): ReactNode {
  const { speak } = useLanguage()
  const slip = useSlip(seq)
  return (
    <>
      <Key deed="slip" label={speak('slip.print')} onPress={slip.print} testId="slip-print" />
      <SlipAnswer {...slip} />
    </>
  )
}

/** The same where there is no room for a key: the keyboard's alone. */
export function SlipByKeyboard({ seq }: { seq: number }): ReactNode {
  const slip = useSlip(seq)
  useKey('slip', slip.print)
  return <SlipAnswer {...slip} />
}

function SlipAnswer({ printed, fault }: Pick<SlipPrinting, 'printed' | 'fault'>): ReactNode {
  const { speak } = useLanguage()
  if (fault !== null) return <NoticeBar testId="slip-fault">{speak(`slip.${fault}`)}</NoticeBar>
  return printed && <SlipPaper {...printed} />
}

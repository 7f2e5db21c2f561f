/** The open referrals' effect: asked for, and again whenever the day has changed. */
import { useEffect, useState } from 'react'
import type { ReferralsAnswer } from '../../../../shared/contract/referral-schemas.ts'
import { useLink } from '../../../rpc/link-context.ts'
import type { Answered } from '../latest-answer.ts'

export type ReferralsNow = { kind: 'asking' } | Answered<ReferralsAnswer>

/** Who is waited for. The lines of before stay until those of now are there. */
export function useReferrals(): ReferralsNow {
  const link = useLink()
  const [referrals, setReferrals] = useState<ReferralsNow>({ kind: 'asking' })
  useEffect(() => {
    let wanted = true
    const take = (answer: ReferralsNow): void => {
      if (wanted) setReferrals(answer)
    }
    const ask = (): void =>
      void link.call('referrals.open', {}).then(
        (answer) => take({ kind: 'answered', answer }),
        () => take({ kind: 'failed' }),
      )
    ask()
    const stop = link.on('day.changed', ask)
    return () => {
      wanted = false
      stop()
    }
  }, [link])
  return referrals
}

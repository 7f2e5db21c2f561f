/** Who the code is about and what it says of them, with the word that it is a claim wherever nothing vouches for it. */
import type { ReactNode } from 'react'
import type { Certificate } from '../../../shared/certificate/certificate.ts'
import type { Document } from '../../../shared/document/document.ts'
import type { Finding, Verdict } from '../../../shared/domain/verdict.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { sayDocument, sayPerson } from './document-words.ts'
import { sayAges, sayHolder, sayNumber, sayStatement } from './holder-facts.ts'
import style from './verdict-panel.module.css'

interface WhoIsCertifiedProps {
  certificate: Certificate
  verdict: Verdict
  /** As of when ages are told, epoch milliseconds. */
  at: number
}

export function WhoIsCertified({ certificate: { holder, statement }, verdict, at }: WhoIsCertifiedProps): ReactNode {
  const { speak } = useLanguage()
  const { findings, validUntil } = verdict
  const ages = sayAges(speak, statement, validUntil, at)
  return (
    <div className={style.who}>
      {!isVouchedFor(findings) && <p className={style.claim}>{speak('verdict.claim')}</p>}
      <p className={style.name}>{sayHolder(holder)}</p>
      <p className={style.facts}>
        <span className={style.statement}>
          {[sayStatement(speak, statement), ...sayNumber(speak, holder)].join(' · ')}
        </span>
        {ages.length > 0 && <span>{ages.join(' · ')}</span>}
      </p>
    </div>
  )
}

export function WhoIsClaimed({ document }: { document: Document }): ReactNode {
  const { speak } = useLanguage()
  const person = sayPerson(speak, document)
  return (
    <div className={style.who} data-testid="document">
      <p className={style.claim}>{speak('verdict.claim')}</p>
      <p className={style.name}>{document.name}</p>
      <p className={style.facts}>
        <span className={style.statement}>{sayDocument(speak, document)}</span>
        {person.length > 0 && <span>{person.join(' · ')}</span>}
      </p>
    </div>
  )
}

/** Is the signature good, and its key one that we believe? A code may carry a signature and a key of anybody's. */
function isVouchedFor(findings: readonly Finding[]): boolean {
  const passed = (check: Finding['check']): boolean =>
    findings.some((finding) => finding.check === check && finding.status === 'pass')
  return passed('signature') && passed('key')
}

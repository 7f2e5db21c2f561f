/** Who the code is about and what it says of them, with the word that it is a claim wherever nothing vouches for it. */
import type { ReactNode } from 'react'
import type { Certificate } from '../../../shared/certificate/certificate.ts'
import type { IdentityStanding } from '../../../shared/domain/crossing/crossing.ts'
import type { Document } from '../../../shared/document/document.ts'
import type { Finding, Verdict } from '../../../shared/domain/verdict.ts'
import { identityWords } from '../../../shared/language/crossing-words.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { sayDocument, sayPerson } from './document-words.ts'
import { sayAges, sayHolder, sayNumber, sayStatement } from './holder-facts.ts'
import { identityMarks } from './traveller-row.tsx'
import style from './verdict-panel.module.css'

/** Who the certificate or the document names; of both, the certificate, and whether the papers are of the same person. */
export function WhoIsMeant({ verdict, at }: { verdict: Verdict; at: number }): ReactNode {
  const { certificate, document, findings } = verdict
  if (!certificate) return document && <WhoIsClaimed document={document} />
  return (
    <WhoIsCertified certificate={certificate} verdict={verdict} at={at}>
      {document && <Papers findings={findings} />}
    </WhoIsCertified>
  )
}

const standings: Partial<Record<Finding['code'], IdentityStanding>> = {
  'identity-same': 'same',
  'identity-confirmed': 'confirmed',
  'identity-unclear': 'look',
  'identity-different': 'different',
}

function Papers({ findings }: { findings: readonly Finding[] }): ReactNode {
  const { locale, speak } = useLanguage()
  const standing = findings.map(({ code }) => standings[code]).find((each) => each !== undefined)
  if (!standing) return null
  return (
    <p className={style.papers} data-testid="papers" data-identity={standing}>
      {speak('verdict.papers')} <b>{identityWords[locale][standing]}</b>{' '}
      <b aria-hidden="true">{identityMarks[standing]}</b>
    </p>
  )
}

interface WhoIsCertifiedProps {
  certificate: Certificate
  verdict: Verdict
  /** As of when ages are told, epoch milliseconds. */
  at: number
  children: ReactNode
}

function WhoIsCertified({ certificate: { holder, statement }, verdict, at, children }: WhoIsCertifiedProps): ReactNode {
  const { speak } = useLanguage()
  const { findings, validUntil } = verdict
  const ages = sayAges(speak, statement, validUntil, at)
  return (
    <div className={style.who}>
      <div className={style.nameLine}>
        {!isVouchedFor(findings) && <p className={style.claim}>{speak('verdict.claim')}</p>}
        <p className={style.name}>{sayHolder(holder)}</p>
        {children}
      </div>
      <p className={style.facts}>
        <span className={style.statement}>
          {[sayStatement(speak, statement), ...sayNumber(speak, holder)].join(' · ')}
        </span>
        {ages.length > 0 && <span>{ages.join(' · ')}</span>}
      </p>
    </div>
  )
}

function WhoIsClaimed({ document }: { document: Document }): ReactNode {
  const { speak } = useLanguage()
  const person = sayPerson(speak, document)
  return (
    <div className={style.who} data-testid="document">
      <div className={style.nameLine}>
        <p className={style.claim}>{speak('verdict.claim')}</p>
        <p className={style.name}>{shownText(document.name)}</p>
      </div>
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

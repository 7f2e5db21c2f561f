/** The handover record as it is printed: A4, black on white, with the names and the places of two signatures. */
import type { ReactNode } from 'react'
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import type { Kiosk } from '../../../shared/contract/schemas.ts'
import type { HandoverRecord } from '../../../shared/domain/shift/handover-record.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { formatNumber } from '../../../shared/language/number.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import type { Who } from '../../../shared/ledger/officers.ts'
import { fullName } from '../../frame/session/officer-name.tsx'
import type { Speak } from '../../i18n/catalogue.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { HandoverCorrections } from './handover-corrections.tsx'
import { HandoverOrders } from './handover-orders.tsx'
import { sayCounts } from './shift-counts.ts'
import style from './handover-page.module.css'

interface HandoverPageProps {
  record: HandoverRecord
  /** The signed head, drawn; null where it is not. */
  headCode: QrMatrix | null
  /** Whose it is, and whether it is practice. */
  kiosk: Kiosk
}

export function HandoverPage({ record, headCode, kiosk: { checkpoint, mode } }: HandoverPageProps): ReactNode {
  const { locale, speak } = useLanguage()
  const { outgoing, incoming, seq, head } = record
  const post = record.post ?? checkpoint
  const facts: (readonly [string, string])[] = [
    [speak('shift.checkpoint'), `${shownText(post.name)} · ${speak('header.lane', { lane: post.lane })}`],
    [speak('shift.kiosk'), shownText(record.kiosk)],
    ...sayTimes(speak, record),
    [speak('shift.outgoing'), sayOfficer(speak, outgoing)],
    [speak('shift.incoming'), sayIncoming(speak, record)],
    [speak('shift.entry'), formatNumber(locale, seq)],
  ]
  return (
    <article className={style.report} data-testid="shift-report" data-seq={seq}>
      {mode === 'practice' && <p className={style.practice}>{speak('header.practice')}</p>}
      <h2 className={style.title}>{speak('shift.title')}</h2>
      <table className={style.rows}>
        <tbody>
          {facts.map(([label, value]) => (
            <tr key={label}>
              <th>{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section>
        <h3 className={style.subtitle}>{speak('shift.counts')}</h3>
        <dl className={style.counts} data-testid="record-counts">
          {sayCounts(locale, speak, record.totals).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <HandoverOrders orders={record.orders} />
      <HandoverCorrections {...record.corrections} />
      <section className={style.vouched}>
        <h3 className={style.subtitle}>{speak('shift.head')}</h3>
        {head === null ? (
          <p className={style.check}>{speak('shift.noHead')}</p>
        ) : (
          <div className={style.head}>
            {headCode && <QrCode matrix={headCode} label={speak('shift.head')} testId="shift-code" />}
            <div>
              <p className={style.headText} data-testid="shift-head">
                {head}
              </p>
              <p className={style.check}>{speak('shift.check')}</p>
              <p className={style.command}>chot journal verify --head …</p>
            </div>
          </div>
        )}
      </section>
      <div className={style.signatures}>
        <Signature title={speak('shift.handsOver')} who={outgoing} />
        <Signature title={speak('shift.takesOver')} who={incoming?.who ?? null} />
      </div>
    </article>
  )
}

/** Room to sign, over the name of whoever signs; without one, it is written by hand. */
function Signature({ title, who }: { title: string; who: Who | null }): ReactNode {
  const { speak } = useLanguage()
  return (
    <p>
      <b>{title}</b>
      <br />
      {speak('shift.sign')}
      <span className={style.room} />
      {who && <b data-testid="signs">{fullName(who)}</b>}
    </p>
  )
}

/** From when the shift counts, who opened it, and when it was closed. */
function sayTimes(speak: Speak, { from, opened, to }: HandoverRecord): (readonly [string, string])[] {
  const by = opened && `${formatInstant(opened.at)} · ${sayOfficer(speak, opened.by)}`
  return [
    [speak('shift.from'), from === null ? speak('shift.fromBeginning') : formatInstant(from)],
    [speak('shift.opened'), by ?? speak('shift.notOpenedThen')],
    [speak('shift.to'), formatInstant(to)],
  ]
}

const sayOfficer = (speak: Speak, who: Who | null): string =>
  who ? `${fullName(who)} · ${speak('signIn.numbered', { number: who.number })}` : speak('shift.nobody')

function sayIncoming(speak: Speak, { incoming, absent }: HandoverRecord): string {
  if (incoming) return speak('shift.takenAt', { who: sayOfficer(speak, incoming.who), takenAt: incoming.at })
  return absent === null ? speak('shift.nobodyYet') : speak('shift.nobodyBecause', { why: absent })
}

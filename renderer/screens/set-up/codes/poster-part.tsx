/** The poster of the post's own place: its name, its address, the code that the app gave out, printed on A4 or A5. */
import { useState, type ReactNode } from 'react'
import type { QrMatrix } from '../../../../shared/barcode/dark-path.ts'
import {
  longestPosterApp,
  longestPosterCode,
  longestPosterName,
  placeFault,
  posterLine,
  posterSizes,
  usualPosterApp,
  type PosterPlace,
  type PosterSize,
} from '../../../../shared/domain/poster-place.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { ChoiceKeys } from '../../../ui/choice-keys.tsx'
import { FormField } from '../../../ui/form-field.tsx'
import { Key } from '../../../ui/key.tsx'
import { NoticeBar } from '../../../ui/notice-bar.tsx'
import { usePrinting } from '../../../ui/use-printing.ts'
import { drawnOrNull } from '../../../ui/use-drawn-code.ts'
import { PosterPaper } from './poster-paper.tsx'
import style from '../set-up.module.css'

/** What is on the paper, once for each press. */
interface Printed {
  place: PosterPlace
  app: string
  size: PosterSize
  code: QrMatrix
}

export function PosterPart({ name: post }: { name: string }): ReactNode {
  const { locale, speak } = useLanguage()
  const [typed, setTyped] = useState<{ name: string | null; address: string; code: string }>({
    name: null,
    address: '',
    code: '',
  })
  const [app, setApp] = useState<string>(usualPosterApp)
  const [size, setSize] = useState<PosterSize>('A4')
  const [printed, setPrinted] = useState<Printed | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const name = typed.name ?? post
  const print = async (): Promise<void> => {
    const place = { name: posterLine(name), address: posterLine(typed.address), code: typed.code.trim() }
    const wrong = placeFault(place)
    const code = wrong ? null : await drawnOrNull(place.code)
    setPrinted(code && { place, app: posterLine(app) || usualPosterApp, size, code })
    if (wrong) setFault(speak('setUp.poster.fault', { why: wrong[locale] }))
    else setFault(code ? null : speak('setUp.poster.notDrawn'))
  }
  usePrinting(printed, () => setPrinted(null))
  const type = (part: Partial<typeof typed>): void => {
    setTyped({ ...typed, ...part })
    setFault(null)
  }
  return (
    <section className={style.narrow} aria-label={speak('setUp.part.poster')}>
      <p className={style.sentence}>{speak('setUp.poster.how')}</p>
      <FormField
        label={speak('setUp.poster.name')}
        value={name}
        longest={longestPosterName}
        onType={(text) => type({ name: text })}
      />
      <FormField
        label={speak('setUp.poster.address')}
        value={typed.address}
        longest={longestPosterName}
        onType={(address) => type({ address })}
      />
      <FormField
        label={speak('setUp.poster.code')}
        value={typed.code}
        longest={longestPosterCode}
        onType={(code) => type({ code })}
      />
      <div className={style.twice}>
        <FormField label={speak('setUp.poster.app')} value={app} longest={longestPosterApp} onType={setApp} />
        <ChoiceKeys
          label={speak('setUp.poster.size')}
          choices={posterSizes.map((value) => ({ value, word: value }))}
          chosen={size}
          onChoose={setSize}
        />
      </div>
      <div className={style.keys}>
        <Key
          deed="set-up.print"
          label={speak('setUp.poster.print')}
          onPress={() => void print()}
          testId="poster-print"
        />
      </div>
      {fault && <NoticeBar testId="poster-fault">{fault}</NoticeBar>}
      {printed && <PosterPaper {...printed} />}
    </section>
  )
}

/** Pictures that reach the page, one after another: every code in each goes where a scan of it would. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { readPictureFile } from '../scanner/image/open-picture.ts'
import { takePictures } from '../scanner/image/take-pictures.ts'
import type { Scans } from './scans/use-scans.ts'

/** Takes dropped and pasted pictures. `read` takes chosen ones; `hovering` while one is held over the page. */
export function usePictures({ take, dispatch }: Scans): { read: (files: File[]) => void; hovering: boolean } {
  const [hovering, setHovering] = useState(false)
  const queue = useRef(Promise.resolve())

  async function readOne(file: File): Promise<void> {
    dispatch({ kind: 'picture-noticed', picture: { kind: 'reading' } })
    const reading = await readPictureFile(file)
    const codes = reading.kind === 'codes' ? reading.texts : []
    const picture =
      reading.kind === 'codes' ? ({ kind: 'codes', codes: codes.length, others: reading.others } as const) : reading
    dispatch({ kind: 'picture-noticed', picture })
    for (const text of codes) await take(text, 'image')
  }

  function read(files: File[]): void {
    for (const file of files) queue.current = queue.current.then(() => readOne(file))
  }

  const readTaken = useEffectEvent(read)
  useEffect(() => {
    const stop = new AbortController()
    takePictures({ files: (files) => readTaken(files), hovering: setHovering }, stop.signal)
    return () => stop.abort()
  }, [])

  return { read, hovering }
}

/** Pictures that reach the lane, one after another: every code in each is verified in turn. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { readPictureFile } from '../../scanner/image/open-picture.ts'
import { takePictures } from '../../scanner/image/take-pictures.ts'
import type { Lane } from './use-lane.ts'

/** Takes dropped and pasted pictures. `read` takes chosen ones; `hovering` while one is held over the page. */
export function usePictures({ submit, noticePicture }: Lane): { read: (files: File[]) => void; hovering: boolean } {
  const [hovering, setHovering] = useState(false)
  const queue = useRef(Promise.resolve())

  async function readOne(file: File): Promise<void> {
    noticePicture({ kind: 'reading' })
    const reading = await readPictureFile(file)
    if (reading.kind !== 'codes') return noticePicture(reading)
    noticePicture({ kind: 'codes', codes: reading.texts.length, others: reading.others })
    for (const text of reading.texts) await submit(text, 'image')
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

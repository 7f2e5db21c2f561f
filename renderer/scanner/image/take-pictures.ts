/** Pictures dropped anywhere on the page or pasted into it. */

/** What the page has to tell about pictures. */
export interface PictureHearer {
  files(files: File[]): void
  /** A picture is being held over the page, or no longer. */
  hovering(over: boolean): void
}

/** Listens until `stop` is aborted. */
export function takePictures(hearer: PictureHearer, stop: AbortSignal): void {
  const options = { signal: stop }

  function drag(event: DragEvent): void {
    // Without this the browser would leave the kiosk's page for the dropped file.
    event.preventDefault()
    hearer.hovering(true)
  }
  function leave(event: DragEvent): void {
    if (event.relatedTarget === null) hearer.hovering(false)
  }
  function drop(event: DragEvent): void {
    event.preventDefault()
    hearer.hovering(false)
    hand(event.dataTransfer)
  }
  function hand(transfer: DataTransfer | null): void {
    const files = [...(transfer?.files ?? [])]
    if (files.length > 0) hearer.files(files)
  }

  window.addEventListener('dragover', drag, options)
  window.addEventListener('dragleave', leave, options)
  window.addEventListener('drop', drop, options)
  window.addEventListener('paste', (event) => hand(event.clipboardData), options)
}

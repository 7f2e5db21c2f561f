/** The camera's picture, where it is looked at: the element goes from place to place and never stops. */
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useFrame } from './use-frame.ts'

export function CameraPicture({ className }: { className?: string | undefined }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const { video } = useFrame().camera
  useLayoutEffect(() => {
    if (!place.current) return
    place.current.append(video)
    // A moved element may have been paused by the browser.
    if (video.srcObject) void video.play().catch(() => undefined)
  }, [video])
  return <div ref={place} className={className} />
}

/** The element that shows and reads the camera for as long as the page lives. */
export function newCameraElement(): HTMLVideoElement {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.disablePictureInPicture = true
  return video
}

/** A camera that sees nothing but grey: the screen as it is with a camera, and the same on every machine. */

/** Pause between two pictures: often enough not to be taken for a frozen camera. Milliseconds. */
const pause = 1_000

export function standInForCamera(devices: MediaDevices): void {
  devices.getUserMedia = () => Promise.resolve(greyStream())
  devices.enumerateDevices = () => Promise.resolve([])
}

function greyStream(): MediaStream {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: 320, height: 180 })
  const picture = canvas.getContext('2d')
  const paint = (): void => {
    if (!picture) return
    picture.fillStyle = '#555'
    picture.fillRect(0, 0, canvas.width, canvas.height)
  }
  paint()
  setInterval(paint, pause)
  return canvas.captureStream()
}

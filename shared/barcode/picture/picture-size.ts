/** How large a picture says that it is. */

/** Sizes in pixels. */
export interface PictureSize {
  width: number
  height: number
}

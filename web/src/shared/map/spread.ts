// Where the labels of a map's places go, so that each can be read: computed once per zoom, in pixels.

/** A place on the screen and the size of its whole label, px. */
export interface Labelled {
  x: number
  y: number
  width: number
  height: number
}

/** Where a label's middle goes from its place, px; a compact one is the icon alone. */
export interface Spot {
  dx: number
  dy: number
  compact: boolean
}

/** Width and height of a compact label, px: a finger's. */
export const compactSize = 32
const between = 4

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const meets = (a: Box, b: Box) => a.left < b.right + between && b.left < a.right + between && a.top < b.bottom + between && b.top < a.bottom + between

function boxAt(place: Labelled, spot: Spot): Box {
  const [width, height] = spot.compact ? [compactSize, compactSize] : [place.width, place.height]
  const [x, y] = [place.x + spot.dx, place.y + spot.dy]
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
}

function* spots(place: Labelled): Generator<Spot> {
  const away = 10
  const [up, side] = [place.height / 2 + away, place.width / 2 + away]
  for (const [dx, dy] of [[0, -up], [0, up], [side, 0], [-side, 0], [side, -up], [-side, -up], [side, up], [-side, up]] as const) yield { dx, dy, compact: false }
  yield { dx: 0, dy: 0, compact: true }
  for (let ring = 1; ring <= 24; ring++) {
    for (let step = 0; step < 8 * ring; step++) {
      const angle = (step / (8 * ring)) * 2 * Math.PI
      yield { dx: Math.cos(angle) * ring * 20, dy: Math.sin(angle) * ring * 20, compact: true }
    }
  }
}

/** A spot for each place; those that come first choose first. Only hundreds in one point overlap. */
export function spread(places: readonly Labelled[]): Spot[] {
  const taken: Box[] = []
  return places.map(place => {
    for (const spot of spots(place)) {
      const box = boxAt(place, spot)
      if (taken.some(other => meets(box, other))) continue
      taken.push(box)
      return spot
    }
    return { dx: 0, dy: 0, compact: true }
  })
}

import { describe, expect, it } from 'vitest'
import { isTemplate } from '@/shared/map/baseMap'
import { compactSize, spread, type Labelled, type Spot } from '@/shared/map/spread'

const rectangle = (place: Labelled, spot: Spot) => {
  const [w, h] = spot.compact ? [compactSize, compactSize] : [place.width, place.height]
  return { left: place.x + spot.dx - w / 2, right: place.x + spot.dx + w / 2, top: place.y + spot.dy - h / 2, bottom: place.y + spot.dy + h / 2 }
}

function overlaps(places: Labelled[]): number {
  const boxes = spread(places).map((spot, index) => rectangle(places[index]!, spot))
  let count = 0
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
    if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) count++
  }))
  return count
}

const label = { width: 120, height: 42 }

describe('labels of a map', () => {
  it('a place alone has its whole label above it', () => {
    expect(spread([{ x: 0, y: 0, ...label }])).toEqual([{ dx: 0, dy: -31, compact: false }])
  })

  it.each([2, 5, 20, 100])('%i stations in one point do not overlap', many => {
    expect(overlaps(Array.from({ length: many }, () => ({ x: 10, y: 10, ...label })))).toBe(0)
  })

  it('a dense campus does not overlap', () => {
    expect(overlaps(Array.from({ length: 60 }, (_, i) => ({ x: (i * 37) % 300, y: (i * 53) % 240, ...label })))).toBe(0)
  })
})

describe('templates of map pictures', () => {
  it.each([
    ['https://{s}.tile.org/{z}/{x}/{y}.png', true],
    ['https://tiles/{z}/{x}/{-y}.png', true],
    ['https://tiles/{z}/{x}/{y}.png?key={key}', false],
    ['', false],
  ])('%s: %s', (url, fits) => expect(isTemplate(url)).toBe(fits))
})

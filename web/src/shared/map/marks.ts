import L from 'leaflet'
import { icons, type SocketState } from '../states/states'
import { compactSize, type Labelled, type Spot } from './spread'

/** A station on the map: its state as colour, icon and word. */
export interface MapStation {
  group: string
  name: string
  latitude: number
  longitude: number
  /** Colour: full (well), offline, locked (alarm). */
  tone: SocketState
  /** Name of the icon. */
  icon: string
  /** The state in words, short. */
  words: string
}

let pen: CanvasRenderingContext2D | null | undefined

function textWidth(text: string, font: string): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return text.length * 13
  pen.font = font
  return pen.measureText(text).width
}

/** The size of a station's whole label, px: at most so wide. */
export function labelSize(station: MapStation, longest = 236): { width: number; height: number } {
  const family = getComputedStyle(document.body).fontFamily
  const text = Math.max(textWidth(station.name, `700 13px ${family}`), textWidth(station.words, `12px ${family}`))
  return { width: Math.ceil(Math.min(longest, text + 50)), height: 42 }
}

/** The station's mark with its label at a spot: a line leads from the place to a label that had to move. */
export function stationIcon(station: MapStation, place: Labelled, spot: Spot): L.DivIcon {
  const [width, height] = spot.compact ? [compactSize, compactSize] : [place.width, place.height]
  const [x, y] = [width / 2 - spot.dx, height / 2 - spot.dy]
  const content = document.createElement('div')
  const away = Math.hypot(spot.dx, spot.dy)
  if (away > 4) {
    const leader = content.appendChild(document.createElement('span'))
    leader.className = 'leader'
    leader.style.cssText = `left:${x}px;top:${y}px;width:${away}px;transform:rotate(${Math.atan2(spot.dy, spot.dx)}rad)`
    const dot = content.appendChild(document.createElement('span'))
    dot.className = 'dot'
    dot.style.cssText = `left:${x}px;top:${y}px`
  }
  const label = content.appendChild(document.createElement('span'))
  label.className = 'label'
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  for (const [name, value] of [['viewBox', '0 0 24 24'], ['width', '18'], ['height', '18'], ['class', 'state-icon']] as const) svg.setAttribute(name, value)
  svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path')).setAttribute('d', icons[station.icon] ?? '')
  label.append(svg)
  const words = label.appendChild(document.createElement('span'))
  words.className = 'words'
  words.appendChild(document.createElement('b')).textContent = station.name
  words.appendChild(document.createElement('span')).textContent = station.words
  return L.divIcon({ className: `station-mark is-${station.tone}${spot.compact ? ' compact' : ''}`, html: content, iconSize: [width, height], iconAnchor: [x, y] })
}

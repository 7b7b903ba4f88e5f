import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import './map.css'
import { fromGcj02, toGcj02, type Place } from './gcj02'
import type { MapSettings } from './settings'

/** A Leaflet map of the campus: pictures as they are set, above a plain grid that is seen where there are none. */
export interface BaseMap {
  map: L.Map
  /** A place (WGS-84) on this map. */
  on: (place: Place) => L.LatLng
  /** The place (WGS-84) at a point of this map. */
  at: (point: L.LatLng) => Place
  /** Asks for the pictures again. */
  retry: () => void
}

const names = ['s', 'z', 'x', 'y', '-y', 'r']
/** So many pictures may be missing before the map says that none can be had. */
const failuresTold = 3

/** Whether Leaflet can fill a template: it would throw on a name it does not know. */
export const isTemplate = (url: string) => url !== '' && [...url.matchAll(/\{ *([\w_ -]+) *\}/g)].every(match => names.includes(match[1]!.trim()))

const Grid = L.GridLayer.extend({
  createTile() {
    const tile = document.createElement('div')
    tile.className = 'map-grid-tile'
    return tile
  },
}) as new (options?: L.GridLayerOptions) => L.GridLayer

const plain = (text: string) => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

/**
 * Makes a map in a box.
 * @param failed told whether the pictures cannot be had
 * @param still on touch screens one finger scrolls the page, not the map
 */
export function makeBaseMap(box: HTMLElement, settings: MapSettings, failed: (now: boolean) => void, still: boolean): BaseMap {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(box, {
    maxZoom: settings.max_zoom, minZoom: 3, scrollWheelZoom: false, dragging: !(still && L.Browser.mobile), worldCopyJump: true,
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, zoomSnap: 0.5, attributionControl: false,
  })
  L.control.scale({ imperial: false, maxWidth: 120 }).addTo(map)
  // The wheel scrolls the page until the map is used.
  map.on('click focus', () => map.scrollWheelZoom.enable())
  map.on('blur', () => map.scrollWheelZoom.disable())
  new Grid({ maxZoom: settings.max_zoom, minZoom: 3 }).addTo(map)
  let retry: () => void = () => undefined
  if (isTemplate(settings.tile_url)) {
    const tiles = L.tileLayer(settings.tile_url, { maxZoom: settings.max_zoom, minZoom: 3, subdomains: settings.subdomains || 'abc' })
    let missing = 0
    tiles.on('tileload', () => {
      missing = 0
      failed(false)
    })
    tiles.on('tileerror', () => ++missing >= failuresTold && failed(true))
    tiles.addTo(map)
    if (settings.attribution) L.control.attribution({ prefix: false }).addAttribution(plain(settings.attribution)).addTo(map)
    retry = () => {
      missing = 0
      tiles.redraw()
    }
  } else if (settings.tile_url) failed(true)

  const shifted = settings.coordinates === 'gcj02'
  return {
    map,
    on: place => {
      const there = shifted ? toGcj02(place) : place
      return L.latLng(there.latitude, there.longitude)
    },
    at: point => {
      const { lat, lng } = point.wrap()
      return shifted ? fromGcj02({ latitude: lat, longitude: lng }) : { latitude: lat, longitude: lng }
    },
    retry,
  }
}

/** Shows the places: the middle that is set, else all of them, else China. */
export function showPlaces(base: BaseMap, settings: MapSettings, places: readonly Place[]) {
  if (settings.center) base.map.setView(base.on(settings.center), settings.zoom, { animate: false })
  else if (places.length) base.map.fitBounds(L.latLngBounds(places.map(base.on)), { padding: [56, 56], maxZoom: Math.max(settings.zoom, 15), animate: false })
  else base.map.setView([35, 105], 4, { animate: false })
}

import { sendJson } from '../api/client'
import { useLoad } from '../load'
import type { Place } from './gcj02'

/** The map as it is set (settings map.*). */
export interface MapSettings {
  /** Template of a picture's address; empty: none. */
  tile_url: string
  subdomains: string
  attribution: string
  /** What the pictures are drawn by: wgs84 or gcj02. */
  coordinates: string
  max_zoom: number
  center: Place | null
  zoom: number
}

/** Reads the map's settings, where the one who asks may. */
export const useMapSettings = (address = '/api/admin/map') => useLoad<MapSettings>(signal => sendJson('GET', address, undefined, signal))

/** A place as text, WGS-84. */
export const placeText = (place: Place) => `${place.latitude.toFixed(6)}, ${place.longitude.toFixed(6)}`

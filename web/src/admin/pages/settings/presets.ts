// Providers of map pictures; see docs/settings.md for their terms.

export interface MapPreset {
  name: 'none' | 'osm' | 'tianditu' | 'amap' | 'tencent'
  tile_url: string
  subdomains: string
  attribution: string
  coordinates: 'wgs84' | 'gcj02'
  max_zoom: number
}

export const presets: readonly MapPreset[] = [
  { name: 'none', tile_url: '', subdomains: '', attribution: '', coordinates: 'wgs84', max_zoom: 18 },
  { name: 'osm', tile_url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png', subdomains: '', attribution: '© OpenStreetMap contributors', coordinates: 'wgs84', max_zoom: 19 },
  {
    name: 'tianditu', subdomains: '01234567', attribution: '天地图', coordinates: 'wgs84', max_zoom: 18,
    tile_url: 'https://t{s}.tianditu.gov.cn/vec_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=KEY',
  },
  { name: 'amap', tile_url: 'https://webrd0{s}.is.autonavi.com/appmaptile?lang=zh_cn&size=1&scale=1&style=8&x={x}&y={y}&z={z}', subdomains: '1234', attribution: '© 高德地图', coordinates: 'gcj02', max_zoom: 18 },
  { name: 'tencent', tile_url: 'https://rt{s}.map.gtimg.com/tile?z={z}&x={x}&y={-y}&type=vector&styleid=3', subdomains: '0123', attribution: '© 腾讯地图', coordinates: 'gcj02', max_zoom: 18 },
]

/** The provider an address is of, or null for one's own. */
export const presetOf = (tileUrl: string) => presets.find(p => p.tile_url.replace(/KEY$/, '') === tileUrl.replace(/(tk=)[^&]*$/, '$1')) ?? null

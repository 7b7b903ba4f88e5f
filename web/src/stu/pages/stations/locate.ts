import { ref, shallowRef } from 'vue'
import type { Place } from '@/shared/map'

/** Where the browser says it is; kept while the pages are open, so that coming back asks nothing. */
const place = shallowRef<Place>()
const asking = ref(false)
const refused = ref(false)

function locate() {
  refused.value = false
  if (!('geolocation' in navigator)) return void (refused.value = true)
  asking.value = true
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      place.value = { latitude: coords.latitude, longitude: coords.longitude }
      asking.value = false
    },
    () => {
      refused.value = true
      asking.value = false
    },
    { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
  )
}

/** One's place, once it is asked for. */
export const usePlace = () => ({ place, asking, refused, locate })

// Loaded with the first question that is asked.
import 'vant/es/button/index.css'
import 'vant/es/overlay/index.css'
import 'vant/es/popup/index.css'
import 'vant/es/dialog/index.css'
import 'vant/es/toast/index.css'

export { showConfirmDialog, showToast } from 'vant'

// What the first pages need of Vant, each with its own style and nothing else: its icons are a font, ours are drawn.
import 'vant/es/badge/index.css'
import 'vant/es/button/index.css'
import 'vant/es/cell/index.css'
import 'vant/es/cell-group/index.css'
import 'vant/es/field/index.css'
import 'vant/es/loading/index.css'
import 'vant/es/pull-refresh/index.css'
import 'vant/es/tabbar/index.css'
import 'vant/es/tabbar-item/index.css'

export { Button as VanButton, Field as VanField, CellGroup as VanCellGroup, PullRefresh as VanPullRefresh, Tabbar as VanTabbar, TabbarItem as VanTabbarItem } from 'vant'

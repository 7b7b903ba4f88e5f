// Words of nearby stations, Chinese and English.
import { en as sharedEn, zh as sharedZh } from '@/shared/student/words'

export const zh = {
  ...sharedZh,
  title: '附近的充电站', free: '空闲 {free} / 共 {total}', freeShort: '空 {free}/{total}', noneFree: '没有空闲插座', offline: '离线，暂不能充电', offlineShort: '离线', unplaced: '没有位置',
  origin: { given: '按您现在的位置排序', wechat: '按微信 {at} 告知的位置排序', none: '按编号排序，允许定位后按距离排序', asking: '正在定位', refused: '没有得到位置，请允许定位后重试', ask: '用我的位置排序', again: '重新定位' },
  map: '充电站地图', showMap: '显示地图', hideMap: '收起地图', scan: '扫描充电站二维码', scanNot: '这不是充电站的二维码', scanFault: '暂时无法扫描，请稍后重试', empty: '还没有充电站', way: '导航', wayBy: { title: '用哪个地图导航', tencent: '腾讯地图', amap: '高德地图' },
  station: { sockets: '插座', state: '各插座的状态', how: '在空闲插座旁刷校园卡即可开始充电。', offlineWords: '充电站离线，显示的是最后的状态。', number: '编号 {n}', distance: '距您 {d}', live: '实时' },
}

export const en: typeof zh = {
  ...sharedEn,
  title: 'Stations nearby', free: '{free} of {total} free', freeShort: '{free}/{total} free', noneFree: 'No socket is free', offline: 'Offline, no charging now', offlineShort: 'Offline', unplaced: 'Place not known',
  origin: { given: 'Sorted from where you are', wechat: 'Sorted from where WeChat saw you at {at}', none: 'Sorted by number; by distance once you allow your place', asking: 'Finding your place', refused: 'Your place was not told. Please allow it and try again.', ask: 'Sort from where I am', again: 'Find me again' },
  map: 'Map of stations', showMap: 'Show map', hideMap: 'Hide map', scan: "Scan a station's code", scanNot: "This is not a station's code", scanFault: 'Cannot scan now. Please try again in a while.', empty: 'No stations yet', way: 'Directions', wayBy: { title: 'Which map shows the way', tencent: 'Tencent Maps', amap: 'AMap' },
  station: { sockets: 'Sockets', state: 'State of each socket', how: 'Swipe your campus card at a free socket to begin.', offlineWords: 'The station is offline; these are the last states known.', number: 'No. {n}', distance: '{d} away', live: 'Live' },
}

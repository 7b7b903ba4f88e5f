// Words of stations, Chinese and English.
import { en as sharedEn, zh as sharedZh } from '@/shared/student/words'

export const zh = {
  ...sharedZh,
  title: '充电站', list: '充电站列表', map: '充电站地图', empty: '还没有充电站', free: '空闲 {free} / 共 {total}', freeShort: '空 {free}/{total}', none: '没有空闲插座', offline: '离线，暂不能充电', offlineShort: '离线', number: '编号 {n}',
  answer: { some: '现在共有 {n} 个空闲插座', none: '现在没有空闲插座', wait: '正在读取' },
  origin: { given: '按您现在的位置排序', wechat: '按微信 {at} 告知的位置排序', none: '按编号排序，允许定位后按距离排序', asking: '正在定位', refused: '没有得到位置，请在浏览器中允许定位后重试', ask: '用我的位置排序', again: '重新定位' },
  station: { back: '充电站', sockets: '插座', how: '在空闲插座旁刷校园卡即可开始充电。', full: '插座都在使用中，可以看看附近的其他充电站。', offline: '充电站离线，显示的是最后的状态，暂时不能开始充电。', distance: '距您 {d}', way: '导航', by: { tencent: '腾讯地图', amap: '高德地图' }, where: '位置', unplaced: '这个充电站还没有登记位置' },
}

export const en: typeof zh = {
  ...sharedEn,
  title: 'Stations', list: 'List of stations', map: 'Map of stations', empty: 'No stations yet', free: '{free} of {total} free', freeShort: '{free}/{total} free', none: 'No socket is free', offline: 'Offline, no charging now', offlineShort: 'Offline', number: 'No. {n}',
  answer: { some: 'Free sockets now: {n}', none: 'No socket is free now', wait: 'Reading' },
  origin: { given: 'Sorted from where you are', wechat: 'Sorted from where WeChat saw you at {at}', none: 'Sorted by number; by distance once you allow your place', asking: 'Finding your place', refused: 'Your place was not told. Please allow it in the browser and try again.', ask: 'Sort from where I am', again: 'Find me again' },
  station: { back: 'Stations', sockets: 'Sockets', how: 'Swipe your campus card at a free socket to begin.', full: 'All sockets are in use; another station nearby may have one.', offline: 'The station is offline: these are the last states, and no charge can begin now.', distance: '{d} away', way: 'Directions', by: { tencent: 'Tencent Maps', amap: 'AMap' }, where: 'Place', unplaced: 'The place of this station is not known yet' },
}

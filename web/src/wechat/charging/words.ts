// Words of the charging page, Chinese and English.
import { en as sharedEn, zh as sharedZh } from '@/shared/student/words'

export const zh = {
  ...sharedZh,
  title: '我的充电',
  switch: '正在充电的插座',
  idle: { title: '没有正在进行的充电', words: '在充电站刷校园卡即可开始，进度会显示在这里。', last: '上次充电', lastLine: '{at} · {place}', stations: '查看附近的空闲插座', month: '本月', charges: '{n} 次', cannot: '现在不能开始充电' },
  unpaid: '有 {n} 笔账单未支付，共 {money}', see: '查看',
}

export const en: typeof zh = {
  ...sharedEn,
  title: 'My charge',
  switch: 'Sockets in use',
  idle: { title: 'Nothing is charging', words: 'Swipe your campus card at a station to begin; progress appears here.', last: 'Last charge', lastLine: '{at} · {place}', stations: 'See free sockets nearby', month: 'This month', charges: '{n} charges', cannot: 'You cannot begin a charge now' },
  unpaid: '{n} bills unpaid, {money} in all', see: 'See',
}

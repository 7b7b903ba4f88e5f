// Words that the phone pages and the student web share.

export const zh = {
  basis: { full: '已充满', said: '按您填写的剩余电量和电池容量估算', curve: '按充电曲线估算', none: '暂无法估算', again: '重新估算' },
  gauge: { uncertainty: '误差约 {n} 个百分点', toFull: '约 {time}后充满', fullAt: '预计 {at} 充满', label: '电池电量 {percent}', unknown: '未知' },
  left: { question: '开始充电时还剩多少电？', unknown: '不清楚', answer: '您填写的剩余电量：{n}%' },
  distance: { m: '{n} 米', km: '{n} 公里' },
  minutes: '{n} 分钟',
}

export const en: typeof zh = {
  basis: { full: 'Full', said: 'Estimated from what you said was left and the battery’s capacity', curve: 'Estimated from the charging curve', none: 'No estimate yet', again: 'Estimating again' },
  gauge: { uncertainty: 'within about {n} points', toFull: 'Full in about {time}', fullAt: 'full at about {at}', label: 'Battery at {percent}', unknown: 'unknown' },
  left: { question: 'How much was left when charging began?', unknown: 'Not sure', answer: 'You said {n}% was left' },
  distance: { m: '{n} m', km: '{n} km' },
  minutes: '{n} min',
}

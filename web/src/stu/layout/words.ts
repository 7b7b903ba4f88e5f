// Words of the frame around the student pages, Chinese and English.

export const zh = {
  sections: { home: '首页', stations: '充电站', charges: '充电记录', battery: '我的电池', bills: '账单', spending: '消费', pushes: '提醒', profile: '我的' },
  short: { home: '首页', stations: '充电站', charges: '记录', bills: '账单', profile: '我的' },
  brand: '校园充电', student: '学号 {n}', signOut: '退出登录', missing: '没有这个页面', missingWords: '地址可能有误，或内容已不存在。', toHome: '返回首页', more: '更多',
}

export const en: typeof zh = {
  sections: { home: 'Home', stations: 'Stations', charges: 'Charges', battery: 'My battery', bills: 'Bills', spending: 'Spending', pushes: 'Messages', profile: 'Me' },
  short: { home: 'Home', stations: 'Stations', charges: 'Charges', bills: 'Bills', profile: 'Me' },
  brand: 'Campus charging', student: 'Student no. {n}', signOut: 'Sign out', missing: 'There is no such page', missingWords: 'The address may be wrong, or what it showed is no longer there.', toHome: 'Back to the first page', more: 'More',
}

// Words of "me", Chinese and English.

export const zh = {
  title: '我的', card: '卡号 {n}', blocked: '账号已被封禁', profile: '资料和车辆', password: '更改密码', pushes: '收到的提醒', health: '电池健康', bind: '微信绑定', bound: '已绑定', boundNot: '未绑定', signOut: '退出登录', signOutAsk: '退出后需要重新登录才能查看充电。', erase: '删除我的数据', vehicleNone: '未填写', version: '版本 {v}',
  profilePage: { lead: '车辆的电压和容量用来估算电量。', hintVoltage: '如 48、60、72，见电池或充电器铭牌', hintAh: '如 12、20、32，见电池铭牌', number: '须为大于 0 的数', saved: '已保存', notGiven: '未填写', lead_acid: '铅酸', lithium: '锂电', vehicle: '车辆', contact: '联系方式', working: '正在保存', unsaved: '有未保存的修改，确定离开？', leave: '离开' },
  passwordPage: { current: '当前密码', next: '新密码', again: '再次输入新密码', rule: '至少 10 个字符', differ: '两次输入不同', change: '更改密码', working: '正在更改', changed: '密码已更改，其他设备已退出登录' },
  pushesPage: { lead: '充电提醒会发到绑定的微信。', none: '还没有提醒，充满或结束充电时会出现在这里', state: { sent: '已发送', waiting: '待发送', failed: '未送达' }, open: '查看充电' },
  healthPage: {
    title: '电池健康', label: '填写额定电压和容量后，才能算出健康度', will: '这里将显示', one: '电池还能存下多少电，占额定容量的百分之几', two: '健康度怎样变化，大约多久降到 80%', three: '判断的依据，以及是否有老化的迹象', foot: '由每次充电的曲线推断，仅供参考。',
  },
  erasePage: {
    lead: '删除后无法恢复。', goes: '将删除', goesList: '用户名、密码、电话、车辆资料、微信绑定和位置', stays: '将保留', staysRoster: '学号和卡号是学校名册的内容，由学校保管', staysBills: '充电、账单和提醒记录按账务要求保留，但改用随机代号，无法再对应到您', need: '正在充电或有未支付的账单时不能删除。', password: '密码', button: '删除我的数据', ask: '确定删除？此操作无法撤销。', working: '正在删除', done: '您的数据已删除',
  },
}

export const en: typeof zh = {
  title: 'Me', card: 'Card no. {n}', blocked: 'This account is blocked', profile: 'Profile and vehicle', password: 'Change password', pushes: 'Messages received', health: 'Battery health', bind: 'WeChat', bound: 'Bound', boundNot: 'Not bound', signOut: 'Sign out', signOutAsk: 'To see your charges again you must sign in.', erase: 'Delete my data', vehicleNone: 'Not given', version: 'Version {v}',
  profilePage: { lead: 'Voltage and capacity are what the charge is estimated with.', hintVoltage: 'such as 48, 60, 72: on the battery or charger', hintAh: 'such as 12, 20, 32: on the battery', number: 'A number above 0', saved: 'Saved', notGiven: 'Not given', lead_acid: 'Lead acid', lithium: 'Lithium', vehicle: 'Vehicle', contact: 'Contact', working: 'Saving', unsaved: 'There are unsaved changes. Leave all the same?', leave: 'Leave' },
  passwordPage: { current: 'Present password', next: 'New password', again: 'New password again', rule: 'At least 10 characters', differ: 'The two differ', change: 'Change password', working: 'Changing', changed: 'The password was changed; other devices are signed out' },
  pushesPage: { lead: 'Charging messages go to the bound WeChat account.', none: 'No messages yet; they come when a battery is full or a charge ends', state: { sent: 'Sent', waiting: 'Waiting', failed: 'Not delivered' }, open: 'See the charge' },
  healthPage: {
    title: 'Battery health', label: 'Give rated voltage and capacity first, so that health can be worked out', will: 'What will be here', one: 'how much the battery still holds, percent of its rated capacity', two: 'how that changes, and when it is down to 80%', three: 'why we think so, and whether it shows signs of age', foot: 'Inferred from the curves of your charges; for guidance.',
  },
  erasePage: {
    lead: 'What is deleted cannot be brought back.', goes: 'What goes', goesList: 'User name, password, phone, vehicle, WeChat binding and position', stays: 'What stays', staysRoster: "Student and card number: they are in the school's roster and the school's to keep", staysBills: 'Charges, bills and messages, as accounting needs them, under a random name that cannot be traced to you', need: 'It cannot be done while a charge runs or a bill is unpaid.', password: 'Password', button: 'Delete my data', ask: 'Delete it? This cannot be undone.', working: 'Deleting', done: 'Your data was deleted',
  },
}

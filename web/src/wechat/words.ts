// Words of the frame around the phone pages.

export const zh = {
  tab: { charging: '充电', nearby: '附近', spending: '消费', me: '我的', label: '主导航' },
  frame: {
    old: '无法连接服务器，显示的是 {at} 的数据', reconnect: '重新连接', pull: '下拉刷新', loosing: '松开刷新', refreshing: '正在刷新', refreshed: '已刷新', slow: '网络较慢，仍在读取',
    missing: '没有这个页面', missingWords: '链接可能已过期。', home: '返回充电页', ended: '登录已失效，请重新登录', toWechat: '正在通过微信登录', skip: '跳到正文',
  },
}

export const en: typeof zh = {
  tab: { charging: 'Charging', nearby: 'Nearby', spending: 'Spending', me: 'Me', label: 'Main navigation' },
  frame: {
    old: 'The server cannot be reached; this is as of {at}', reconnect: 'Reconnect', pull: 'Pull to refresh', loosing: 'Let go to refresh', refreshing: 'Refreshing', refreshed: 'Refreshed', slow: 'The network is slow; still reading',
    missing: 'There is no such page', missingWords: 'The link may be too old.', home: 'Back to charging', ended: 'The sign-in has ended. Please sign in again.', toWechat: 'Signing in by WeChat', skip: 'Skip to content',
  },
}

namespace Sems.Simulator.WeChat.Chat;

/// <summary>Everybody who uses WeChat. Safe for concurrent use.</summary>
public sealed class UserBook(IReadOnlyList<WechatUser> users)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, WechatUser> _users = users.ToDictionary(u => u.Openid);

    /// <summary>All, in the order they were given.</summary>
    public IReadOnlyList<WechatUser> All
    {
        get
        {
            lock (_lock) return [.. users.Select(u => _users[u.Openid])];
        }
    }

    /// <summary>One of them; null where nobody has that openid.</summary>
    public WechatUser? Find(string? openid)
    {
        lock (_lock) return openid is not null && _users.TryGetValue(openid, out var user) ? user : null;
    }

    /// <summary>Somebody begins or ends to follow the account.</summary>
    public void Follow(string openid, bool subscribed) => Change(openid, u => u with { Subscribed = subscribed });

    /// <summary>Somebody is somewhere else.</summary>
    public void Move(string openid, double latitude, double longitude) =>
        Change(openid, u => u with { Latitude = latitude, Longitude = longitude });

    /// <summary>Everybody as in the beginning.</summary>
    public void Reset()
    {
        lock (_lock)
            foreach (var user in users)
                _users[user.Openid] = user;
    }

    private void Change(string openid, Func<WechatUser, WechatUser> change)
    {
        lock (_lock) _users[openid] = change(_users[openid]);
    }
}

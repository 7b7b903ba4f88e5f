namespace Sems.Simulator.WeChat.Chat;

/// <summary>Everybody's chat with the account, and how many messages were dropped as repeats. Safe for concurrent use.</summary>
public sealed class ChatBook(TimeProvider time)
{
    private const int MostKept = 5_000;

    private readonly Lock _lock = new();
    private readonly List<ChatMessage> _messages = [];
    private long _last;
    private int _repeats;

    /// <summary>The number of the newest line; 0 before the first.</summary>
    public long Last
    {
        get
        {
            lock (_lock) return _last;
        }
    }

    /// <summary>How many template messages were dropped because their number had been seen.</summary>
    public int Repeats => Volatile.Read(ref _repeats);

    /// <summary>Adds a line.</summary>
    /// <param name="openid">Whose chat.</param>
    /// <param name="kind">As <see cref="ChatMessage.Kind"/>.</param>
    /// <param name="fill">Adds what the kind has.</param>
    public ChatMessage Add(string openid, string kind, Func<ChatMessage, ChatMessage> fill)
    {
        lock (_lock)
        {
            var message = fill(new ChatMessage(++_last, openid, time.GetUtcNow(), kind));
            _messages.Add(message);
            if (_messages.Count > MostKept) _messages.RemoveRange(0, MostKept / 10);
            return message;
        }
    }

    /// <summary>Lines after a number, oldest first.</summary>
    /// <param name="openid">Whose; null for everybody's.</param>
    /// <param name="after">The number.</param>
    public IReadOnlyList<ChatMessage> After(string? openid, long after)
    {
        lock (_lock) return [.. _messages.Where(m => m.Id > after && (openid is null || m.Openid == openid))];
    }

    /// <summary>Counts a template message that was dropped as a repeat.</summary>
    public void CountRepeat() => Interlocked.Increment(ref _repeats);

    /// <summary>Forgets every line; numbers go on.</summary>
    public void Reset()
    {
        lock (_lock) _messages.Clear();
        Volatile.Write(ref _repeats, 0);
    }
}

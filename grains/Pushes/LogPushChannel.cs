using Microsoft.Extensions.Logging;

namespace Sems.Grains.Pushes;

/// <summary>Sends nothing to anybody: writes each push as a line to the log, as its student would read it.</summary>
public sealed partial class LogPushChannel(ILogger<LogPushChannel> log) : IPushChannel
{
    private static readonly Task<PushResult> Done = Task.FromResult<PushResult>(new PushResult.Sent());

    /// <inheritdoc />
    public Task<PushResult> SendAsync(PushMessage message, CancellationToken cancel)
    {
        LogPush(message.StudentNumber, message.Text);
        return Done;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "To {Student}: {Text}")]
    private partial void LogPush(string student, string text);
}

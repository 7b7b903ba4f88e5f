using Microsoft.Extensions.Logging;

namespace Sems.Embedded;

/// <summary>What the engine logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Deactivation of {Grain} failed.")]
    public static partial void DeactivationFailed(ILogger logger, Exception error, GrainId grain);

    [LoggerMessage(2, LogLevel.Error, "A timer of {Grain} failed.")]
    public static partial void TimerFailed(ILogger logger, Exception error, GrainId grain);

    [LoggerMessage(3, LogLevel.Warning, "Stopped with {Count} grains still busy.")]
    public static partial void StoppedBusy(ILogger logger, int count);
}

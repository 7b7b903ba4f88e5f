using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sems.Silo.Orleans;

/// <summary>Keeps Orleans from telling an operator, with stacks and several times over, what SEMS tells in a line.</summary>
internal static class SiloLogging
{
    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(30);

    /// <summary>Adds the filters.</summary>
    public static IServiceCollection AddQuietLogs(this IServiceCollection services)
    {
        var since = Stopwatch.GetTimestamp();
        return services.AddLogging(logging =>
        {
            // A grain that cannot be read, written or activated: who called it is told why, and logs it.
            logging.AddFilter("Orleans.Storage.AdoNetGrainStorage", LogLevel.None);
            logging.AddFilter("Orleans.Grain", LogLevel.Critical);
            logging.AddFilter("Orleans.GrainDirectory", LogLevel.Warning); // begins the same, is something else
            // Ticks that fail: SEMS's grains log their own, what is left are the dashboard's while the silo stops.
            logging.AddFilter("Orleans.Runtime.GrainTimer", LogLevel.Error);
            // It takes the time since the machine was started for a stall as long as its first check has not been made.
            logging.AddFilter("Orleans.Runtime.Watchdog", level =>
                level >= LogLevel.Error || (level == LogLevel.Warning && Stopwatch.GetElapsedTime(since) > Starting));
        });
    }
}

using Microsoft.Extensions.Logging;

namespace Sems.Silo;

/// <summary>What of others' logging a process of SEMS shows.</summary>
public static class HostLogging
{
    /// <summary>Sets the filters.</summary>
    public static void AddSemsFilters(this ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.None); // Orleans places each grain by way of it, told in four lines; who called hears of a failure
        logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error); // it advises the server's garbage collector: see Runtime.props
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // whoever starts it tells why it cannot
    }
}

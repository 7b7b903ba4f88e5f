using Sems.Silo;
using Sems.Silo.Backups;
using Sems.Storage;

namespace Sems.Gateway.Hosting;

/// <summary>What can keep a backup, a restore or a check from its end and is told in a line.</summary>
internal static class UpkeepFaults
{
    /// <summary>The line, or null when the failure is a bug and must be seen whole.</summary>
    public static string? Tell(Exception fault) => fault switch
    {
        OperationCanceledException => "stopped",
        BackupException or DataDirectoryException or StorageUnavailableException or IOException or UnauthorizedAccessException or ArgumentException => fault.Message,
        _ => null,
    };
}

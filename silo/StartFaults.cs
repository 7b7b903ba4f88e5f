using System.Net.Sockets;
using Sems.Storage;
using Sems.Storage.Import;

namespace Sems.Silo;

/// <summary>What can keep SEMS from starting and is told in a line.</summary>
public static class StartFaults
{
    /// <summary>The line, or null when the failure is a bug and must be seen whole.</summary>
    public static string? Tell(Exception fault) => fault is DataDirectoryException or MigrationException or CampusImportException
        or StorageUnavailableException or FormatException or IOException or InvalidOperationException or SocketException or ArgumentException
        or UnauthorizedAccessException
        ? $"SEMS cannot start: {fault.Message}"
        : null;
}

using System.Net.Sockets;
using Npgsql;

namespace Sems.Storage.Postgres;

/// <summary>What faults of PostgreSQL are to the callers of storage.</summary>
internal static class PostgresFault
{
    private const string IdleInTransaction = "25P03";
    private const string IntegrityClass = "23", DataClass = "22", RollbackClass = "40";

    /// <summary>A row broke a rule or cannot be kept: the fault of what was written, not of the database.</summary>
    public static bool IsRefusal(Exception fault) => StateOf(fault) is { } state && (IsOf(state, IntegrityClass) || IsOf(state, DataClass));

    /// <summary>The transaction met another one and was rolled back whole; it may be run again.</summary>
    public static bool IsCollision(Exception fault) =>
        StateOf(fault) is { } state && IsOf(state, RollbackClass) && state != PostgresErrorCodes.StatementCompletionUnknown;

    /// <summary>The database is at fault, or the way to it.</summary>
    public static bool IsOutage(Exception fault) =>
        fault is NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException && !IsRefusal(fault);

    /// <summary>The connection cannot be used any more: a network fault, a server that stops, a session that was ended.</summary>
    public static bool IsBroken(Exception fault) => fault is not PostgresException
        ? fault is NpgsqlException or SocketException or IOException or TimeoutException
        : StateOf(fault) is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.IdleSessionTimeout
            or IdleInTransaction;

    /// <summary>The fault as storage tells it.</summary>
    public static Exception Tell(string what, Exception fault) => IsRefusal(fault)
        ? new InvalidOperationException(fault.Message, fault)
        : new StorageUnavailableException($"{what}: {fault.Message}", fault);

    private static string? StateOf(Exception fault) => (fault as PostgresException)?.SqlState;

    private static bool IsOf(string state, string @class) => state.StartsWith(@class, StringComparison.Ordinal);
}

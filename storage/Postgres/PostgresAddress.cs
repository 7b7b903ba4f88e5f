using Npgsql;

namespace Sems.Storage.Postgres;

/// <summary>Where a PostgreSQL database is and how to sign in there. It prints without the password.</summary>
public sealed class PostgresAddress
{
    private const string Form = "Host=…;Username=…;Password=…;Database=…";
    private readonly NpgsqlConnectionStringBuilder _given;

    private PostgresAddress(NpgsqlConnectionStringBuilder given) => _given = given;

    /// <summary>Reads a connection string as Npgsql knows them.</summary>
    /// <exception cref="FormatException">It is none; the message does not repeat it, for there may be a password in it.</exception>
    public static PostgresAddress Parse(string text)
    {
        NpgsqlConnectionStringBuilder given;
        try
        {
            given = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new FormatException($"The address of the PostgreSQL database is not understood: it must be of the form {Form} (a value with ; or = in quotes)");
        }

        if (string.IsNullOrWhiteSpace(given.Host)) throw new FormatException($"The address of the PostgreSQL database names no host: it must be of the form {Form}");
        given.Database ??= given.Username ?? "sems";
        return new PostgresAddress(given);
    }

    /// <summary>The connection string SEMS opens its pool of connections with, password included.</summary>
    internal string Pooled()
    {
        var pooled = new NpgsqlConnectionStringBuilder(_given.ConnectionString)
        {
            NoResetOnClose = true, // what a connection is set to at its opening is to last
            IncludeErrorDetail = false, // rows do not belong into messages
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 3,
        };
        Default(pooled, "Timeout", () => pooled.Timeout = 5);
        Default(pooled, "Command Timeout", () => pooled.CommandTimeout = 10);
        Default(pooled, "Maximum Pool Size", () => pooled.MaxPoolSize = 32);
        Default(pooled, "Application Name", () => pooled.ApplicationName = "SEMS");
        return pooled.ConnectionString;
    }

    /// <summary>The connection string of a connection that is watched, password included.</summary>
    internal string Watched() =>
        new NpgsqlConnectionStringBuilder(Pooled()) { Pooling = false, KeepAlive = 5, MaxAutoPrepare = 0, ApplicationName = "SEMS (one process alone)" }.ConnectionString;

    /// <summary>For libraries that open connections of their own, password included; commits are durable there, too.</summary>
    public string ForLibraries() =>
        new NpgsqlConnectionStringBuilder(Pooled()) { Options = $"{_given.Options} -c synchronous_commit=on".Trim() }.ConnectionString;

    /// <summary>Without the password.</summary>
    public override string ToString() => $"PostgreSQL {_given.Host}:{_given.Port}/{_given.Database}";

    private void Default(NpgsqlConnectionStringBuilder target, string keyword, Action set)
    {
        if (!_given.ShouldSerialize(keyword)) set();
    }
}

using System.Diagnostics;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Outside;

/// <summary>
/// What a data directory held at one moment, whether a SEMS runs on it or not: read-only, and nobody waits for it. The ledger and the grain
/// states may be two files (Orleans); then both are as they were at the very same moment, which is what a kill at that moment would
/// have left, and what every start recovers from.
/// </summary>
/// <remarks>
/// One file taken after the other would not do, in either order: a state behind the ledger holds sessions that were billed meanwhile and
/// misses those that were opened, a state ahead of it has forgotten effects that the ledger has yet to see. So both transactions are opened
/// and, when the states' file was written to in between, opened again: it is written at transitions only, and opening takes microseconds.
/// While a snapshot is held SQLite cannot start its log over, which grows by what is written meanwhile.
/// </remarks>
public sealed class SqliteSnapshot : IDisposable
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SqliteDatabase? _apart;

    private SqliteSnapshot(SqliteDatabase ledger, SqliteDatabase? apart) => (Ledger, _apart) = (ledger, apart);

    /// <summary>The newest schema this program knows.</summary>
    public static int NewestSchema => Schemas.Newest;

    internal SqliteDatabase Ledger { get; }

    internal IEnumerable<(string Name, SqliteDatabase Database)> Files =>
        _apart is null ? [("ledger", Ledger)] : [("ledger", Ledger), ("grain states", _apart)];

    private static Migrator Schemas { get; } = new(Migrator.Embedded(), TimeProvider.System);

    /// <summary>Takes it.</summary>
    /// <param name="database">The ledger's file.</param>
    /// <param name="states">The file grain states are in, where that is another one.</param>
    /// <exception cref="StorageUnavailableException">A file is missing or cannot be read.</exception>
    public static SqliteSnapshot Take(string database, string? states = null)
    {
        SqliteDatabase? ledger = null, apart = null;
        try
        {
            ledger = Open(database);
            if (states is null)
            {
                Begin(ledger);
            }
            else
            {
                apart = Open(states);
                using var watch = Open(states);
                BeginAtOnce(ledger, apart, watch);
            }
            return new SqliteSnapshot(ledger, apart);
        }
        catch (Exception fault)
        {
            ledger?.Dispose();
            apart?.Dispose();
            if (fault is SqliteFault) throw new StorageUnavailableException($"{database} cannot be read: {fault.Message}", fault);
            throw;
        }
    }

    /// <summary>The schema of the database, 0 when it has none yet.</summary>
    public int Schema => Reading(() =>
    {
        using (var table = Ledger.Statement("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'"))
            if (!table.Step()) return 0;
        using var row = Ledger.Statement("SELECT coalesce(max(number), 0) FROM schema_migrations");
        row.Step();
        return row.Int(0);
    });

    /// <summary>Refuses a database of another schema than this program reads.</summary>
    /// <exception cref="StorageUnavailableException">It is of another.</exception>
    public void RequireCurrentSchema() => Reading(() =>
        Schemas.WhyNotCurrent(Ledger) is { } reason ? throw new StorageUnavailableException(reason) : 0);

    /// <summary>Every charge that has not ended, starting ones included.</summary>
    public IReadOnlyList<OpenCharge> OpenCharges() => Reading(() => SqliteSession.Done(LedgerQueries.OpenChargesAsync(new SqliteSession(Ledger))));

    /// <summary>The charge with its bill, or null.</summary>
    public ChargeRecord? FindCharge(long chargeId) => Reading(() => SqliteSession.Done(LedgerQueries.ChargeAsync(new SqliteSession(Ledger), chargeId)));

    /// <summary>Goes through the states of a type.</summary>
    /// <param name="grainType">As stored: "ammeter", "student".</param>
    /// <param name="visit">Gets the key and the payload.</param>
    public void VisitStates(string grainType, StateVisit visit) => Reading(() =>
    {
        using var rows = (_apart ?? Ledger)
            .Statement("SELECT grain_key, payload FROM grain_states WHERE grain_type = ? AND payload IS NOT NULL ORDER BY grain_key").With(grainType);
        while (rows.Step()) visit(rows.Text(0), rows.Blob(1));
        return 0;
    });

    /// <summary>Copies it into files of their own, which need no log beside them. They are not safe before they are flushed to disk.</summary>
    /// <param name="database">Where the ledger goes.</param>
    /// <param name="states">Where grain states go that are in a file of their own.</param>
    /// <param name="progress">Told how far it is, in pages.</param>
    /// <param name="cancel">Stops in between.</param>
    /// <exception cref="StorageUnavailableException">A file cannot be read or written.</exception>
    public void CopyTo(string database, string states, IProgress<StepProgress>? progress = null, CancellationToken cancel = default) => Reading(() =>
    {
        Copy(Ledger, database, progress, cancel);
        if (_apart is not null) Copy(_apart, states, progress, cancel);
        return 0;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        Ledger.Dispose();
        _apart?.Dispose();
    }

    private static SqliteDatabase Open(string path) => File.Exists(path)
        ? SqliteDatabase.OpenReader(path, Busy)
        : throw new StorageUnavailableException($"there is no database {path}");

    private static void BeginAtOnce(SqliteDatabase ledger, SqliteDatabase apart, SqliteDatabase watch)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var before = Changes(watch);
            Begin(apart);
            Begin(ledger);
            if (Changes(watch) == before) return;
            apart.Execute("ROLLBACK");
            ledger.Execute("ROLLBACK");
            if (Stopwatch.GetElapsedTime(since) > Patience) throw new StorageUnavailableException("the grain states are written to without a pause");
        }
    }

    /// <summary>Opens a transaction, which sees one state of the database from its first read on.</summary>
    private static void Begin(SqliteDatabase database)
    {
        database.Execute("BEGIN");
        using var first = database.Statement("SELECT count(*) FROM sqlite_schema");
        first.Step();
    }

    /// <summary>Another number whenever anybody else has changed the file.</summary>
    private static long Changes(SqliteDatabase watch)
    {
        using var row = watch.Statement("PRAGMA data_version");
        row.Step();
        return row.Long(0);
    }

    private static void Copy(SqliteDatabase from, string to, IProgress<StepProgress>? progress, CancellationToken cancel)
    {
        var name = Path.GetFileName(to);
        using var copy = SqliteDatabase.OpenCopy(to);
        from.CopyTo(copy, (done, total) => progress?.Report(new StepProgress($"copying {name}", done, total)), cancel);
        copy.Execute("PRAGMA journal_mode = DELETE"); // a file that is complete by itself
    }

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteFault fault)
        {
            throw new StorageUnavailableException($"the database could not be read: {fault.Message}", fault);
        }
    }
}

/// <summary>Gets a grain's state.</summary>
public delegate void StateVisit(string key, ReadOnlySpan<byte> payload);

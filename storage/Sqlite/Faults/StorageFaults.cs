using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Sqlite.Writer;
using SQLitePCL;

namespace Sems.Storage.Sqlite.Faults;

/// <summary>
/// Makes the storage of this process fail, below everything that reads or writes it, from one moment to another: for proofs. A storage that
/// is opened without it asks nobody.
/// </summary>
/// <param name="seed">Decides which steps are struck, where not all are.</param>
public sealed class StorageFaults(int seed) : IWriteFaults
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private volatile Spell? _spell;
    private long _struck;

    /// <summary>How long a step takes longer while storage is slow.</summary>
    public static TimeSpan Delay { get; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How many steps were struck so far.</summary>
    public long Struck => Interlocked.Read(ref _struck);

    /// <summary>From now on it fails.</summary>
    /// <param name="kind">How.</param>
    /// <param name="oneIn">One step in so many, by chance; 1 for each.</param>
    public void Begin(StorageFault kind, int oneIn = 1) => _spell = new Spell(kind, oneIn);

    /// <summary>From now on it works.</summary>
    public void End() => _spell = null;

    /// <summary>The options of a storage that fails when told to.</summary>
    public SqliteStorageOptions In(SqliteStorageOptions options) => options with { Faults = this };

    /// <summary>For an engine that keeps grain states by means of its own: called before it reads or writes one.</summary>
    /// <exception cref="StorageUnavailableException">It is struck.</exception>
    public void BeforeState(bool writes)
    {
        if (_spell is not { } spell || !(writes || spell.Kind is StorageFault.IoError or StorageFault.Cut or StorageFault.Slow) || !Strikes(spell)) return;
        if (spell.Kind != StorageFault.Slow) throw new StorageUnavailableException($"grain states: {spell.Kind} (injected)");
        Thread.Sleep(Delay);
    }

    void IStepFaults.Before(WriteStep step)
    {
        // every one of its statements is asked about
    }

    void IWriteFaults.Before(SqliteDatabase database, string sql)
    {
        if (_spell is not { } spell || !IsWithin(spell.Kind, sql) || !Strikes(spell)) return;
        switch (spell.Kind)
        {
            case StorageFault.Busy: throw new SqliteFault(raw.SQLITE_BUSY, "database is locked (injected)");
            case StorageFault.Full: throw new SqliteFault(raw.SQLITE_FULL, "database or disk is full (injected)");
            case StorageFault.IoError: throw new SqliteFault(raw.SQLITE_IOERR, "disk I/O error (injected)");
            case StorageFault.Cut: database.Dispose(); break; // the step finds it closed
            case StorageFault.Slow: Thread.Sleep(Delay); break;
            default: throw new InvalidOperationException($"{spell.Kind} is no fault");
        }
    }

    private static bool IsWithin(StorageFault kind, string sql)
    {
        return kind switch
        {
            StorageFault.Busy => Is("BEGIN"),
            StorageFault.Full => Is("INSERT") || Is("UPDATE") || Is("DELETE") || Is("COMMIT"),
            _ => true,
        };

        bool Is(string word) => sql.StartsWith(word, StringComparison.Ordinal);
    }

    private bool Strikes(Spell spell)
    {
        if (spell.OneIn > 1)
        {
            lock (_gate)
                if (_random.Next(spell.OneIn) != 0) return false;
        }
        Interlocked.Increment(ref _struck);
        return true;
    }

    private sealed record Spell(StorageFault Kind, int OneIn);
}

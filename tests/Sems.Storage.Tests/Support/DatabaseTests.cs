using Sems.Storage.Curves;
using Sems.Storage.Ledger;

namespace Sems.Storage.Tests.Support;

/// <summary>Tests of what every database promises: each class of them is run on each kind, by a class nested in it.</summary>
public abstract class DatabaseTests(TestDatabase database) : IAsyncLifetime
{
    internal ManualTimeProvider Clock => database.Clock;

    internal WriteFaults Faults => database.Faults;

    /// <summary>The storage under test.</summary>
    protected IDatabase Storage { get; private protected set; } = null!;

    public virtual async Task InitializeAsync() => Storage = await database.OpenAsync();

    public virtual async Task DisposeAsync() => await database.DisposeAsync();

    /// <summary>Closes and opens again.</summary>
    protected async Task ReopenAsync()
    {
        await Storage.DisposeAsync();
        Storage = await database.OpenAsync();
    }

    /// <summary>Goes on with what a kill would have left.</summary>
    protected async Task CrashAsync() => Storage = await database.OpenAsKilledAsync();

    internal IDatabaseReader OpenReader() => database.OpenReader();

    /// <summary>A number out of the database as others see it.</summary>
    internal long Number(string sql) => database.Number(sql);

    /// <summary>Changes the database behind the back of the storage.</summary>
    internal void Execute(string sql) => database.Execute(sql);

    internal async Task<long> BeginAsync(string student = "1030412535", string group = "0001", string ammeter = "000000000000")
    {
        var id = await Storage.Ledger.NextChargeIdAsync();
        await Storage.Ledger.BeginChargeAsync(Start(id, student, group, ammeter));
        return id;
    }

    internal ChargeStart Start(long id, string student = "1030412535", string group = "0001", string ammeter = "000000000000") =>
        new(id, group, ammeter, student, "5sdf87e4", Clock.GetUtcNow(), "{}");

    internal ChargeEnd End(long id, string student = "1030412535", long fen = 120) =>
        new(id, student, Clock.GetUtcNow(), 3, 12.5, fen, "student", null);

    internal static Sample Reading(int i, double? time = null, long? at = null) => new(
        time ?? 1_772_352_000 + (10 * i), at ?? ManualTimeProvider.Start.ToUnixTimeMilliseconds() + (10_000L * i) + (i * 7 % 31),
        1.05 + (i % 7 * 0.01), 12 + i, i % 3 == 0 ? null : 220.5, i % 5 == 0 ? null : 231.5 + i);

    /// <summary>Stores readings one after the other.</summary>
    internal async Task<IReadOnlyList<Sample>> AppendReadingsAsync(long charge, int from, int count)
    {
        var samples = Enumerable.Range(from, count).Select(i => Reading(i)).ToList();
        foreach (var sample in samples) await Storage.Curves.AppendAsync(charge, sample);
        return samples;
    }
}

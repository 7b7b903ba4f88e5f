using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sems.GrainInterfaces;
using Sems.Silo;
using Sems.Storage;
using Sems.Storage.Registry;
using Sems.Storage.Sqlite;

namespace Sems.Grains.Tests.Support;

/// <summary>A silo on a database of its own with station 0001 (meters A, B, C) and students s1, s2 with cards c1, c2.</summary>
public abstract class SiloFixture : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("sems-grains-").FullName;
    private IDatabase? _database;
    private SiloHost? _silo;

    internal ManualTimeProvider Clock { get; } = new();

    internal FaultyDatabase Database { get; private set; } = null!;

    protected IGrainFactory Grains => Silo.Grains;

    private protected SiloHost Silo => _silo!;

    /// <summary>How many silos an engine that can have several has.</summary>
    protected virtual int Silos => 1;

    /// <summary>Settings by key, e.g. Charging:ArrearsLimitFen.</summary>
    protected virtual Dictionary<string, string?> Settings => [];

    /// <summary>Puts services of the test's in the place of the product's.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    public virtual async Task InitializeAsync()
    {
        await StartAsync();
        await Database.Registry.SaveGroupAsync(new AmmeterGroupRecord("0001", "North", null, null, null));
        foreach (var meter in new[] { "A", "B", "C" }) await Database.Registry.SaveAmmeterAsync(new AmmeterRecord("0001", meter, "Socket " + meter));
        foreach (var n in new[] { "1", "2" }) await Database.Registry.SaveStudentAsync(Student(n));
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_directory, recursive: true);
    }

    internal static StudentRecord Student(string n) => new("s" + n, "c" + n, "user" + n, null, false, null, Vehicle.Unknown);

    protected IAmmeterGrain Meter(string ammeter) => Grains.GetGrain<IAmmeterGrain>(new AmmeterKey("0001", ammeter).ToString());

    protected IAmmeterGroupGrain Station(string group = "0001") => Grains.GetGrain<IAmmeterGroupGrain>(group);

    protected static ChargeSample Sample(double time, double amperes = 1.7, double energy = 0) => new() { CurrentA = amperes, Energy = energy, Time = time };

    /// <summary>The silo's sweep, which its host runs at start-up and every twenty seconds.</summary>
    protected Task<(int Woken, int Failed)> SweepAsync() => Silo.Sweeper.SweepAsync(CancellationToken.None);

    protected async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>What a poll answers, as "A1 B2 C2".</summary>
    protected async Task<string> PollAsync() =>
        string.Join(' ', (await Station().AmmeterControl()).Entries.Select(e => e.Ammeter + (int)e.Level));

    private async Task StartAsync()
    {
        var directory = DataDirectory.Open(_directory, SiloEngine.Name);
        _database = await SqliteStorage.OpenAsync(new SqliteStorageOptions { Path = directory.Database, TimeProvider = Clock });
        Database = new FaultyDatabase(_database);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        _silo = await SiloHost.StartAsync(new SiloSetup(Database, directory, Clock, settings, Silos, Replace));
    }

    private async Task StopAsync()
    {
        if (_silo is not null) await _silo.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        (_silo, _database) = (null, null);
    }
}

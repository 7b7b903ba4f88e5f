using Sems.Simulator.Bikes;
using Sems.Simulator.Campus;
using Sems.Simulator.Metrics;
using Sems.Simulator.Stations;
using Sems.Simulator.Students;
using Sems.Simulator.Tests.Fake;
using Sems.Simulator.Tests.Support;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Stations;

/// <summary>One station against a fake server over HTTP, at a clock that the test moves.</summary>
public sealed class StationHarness : IAsyncDisposable
{
    public const string Group = "0007";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _working = new();
    private readonly ManualTime _time = new();
    private HttpMessageInvoker _http = null!;
    private FakeServer _server = null!;
    private Task _running = Task.CompletedTask;

    public SimulatorStats Stats { get; } = new();

    public FakeSems Sems => _server.Sems;

    public Station Station { get; private set; } = null!;

    public IReadOnlyList<Meter> Meters { get; private set; } = [];

    /// <summary>Starts a station.</summary>
    /// <param name="meters">How many meters it has.</param>
    /// <param name="students">How many students come.</param>
    /// <param name="strict">Whether nobody acts from outside.</param>
    /// <param name="old">Whether it is of the old model.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="unwelcome">Whether some students may not charge.</param>
    /// <param name="cards">Students the server knows who do not come by themselves, on top of those who do.</param>
    public static async Task<StationHarness> StartAsync(int meters = 1, int students = 1, bool strict = false, bool old = false, int seed = 1, bool unwelcome = false, int cards = 0)
    {
        var rows = Enumerable.Range(0, students + cards).Select(i => new CampusStudent(
            $"10304125{i:00}", $"card{i:00}", unwelcome && i % 4 == 1 ? null : $"name{i}", Blocked: unwelcome && i % 4 == 2)).ToList();
        var ammeters = Enumerable.Range(1, meters).Select(i => new CampusAmmeter(Group, $"{i:000000000000}")).ToList();
        var station = new CampusStation(Group);
        var harness = new StationHarness();
        harness._server = await FakeServer.StartAsync(new FakeSems(new CampusData(rows, [station], ammeters)));
        harness._http = StationClient.CreateInvoker(8);
        var time = harness._time;
        var clock = new SimulationClock(time, time.GetUtcNow().ToUnixTimeMilliseconds(), time.GetUtcNow().ToUnixTimeMilliseconds(), 1);
        var client = new StationClient(harness._http, harness._server.Address, harness.Stats, new ManualTime { FiresAtOnce = true });
        var traits = new StationTraits(old, 0, 225);
        harness.Meters = [.. ammeters.Select(a => new Meter(
            a.Number, new EnergyRegister(RegisterKind.PerSession, Seeds.Stream(seed, "meter", a.Number)), new SampleFaults(Seeds.Stream(seed, "faults", a.Number), often: 0)))];
        var context = new StationContext(
            station, new StationEngine(clock, client), harness.Stats, harness.Meters, [.. ammeters.Select(a => a.Number)],
            [.. rows.Take(students).Select(r => new Student(r, seed))], traits, Seeds.Stream(seed, "life", Group), strict);
        harness.Station = new Station(context, new MeterReader(traits, Seeds.Stream(seed, "noise", Group)));
        harness._running = harness.Station.RunAsync(harness._working.Token);
        await harness.SettleAsync();
        return harness;
    }

    /// <summary>Lets simulated time pass, in steps of a poll.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        for (var passed = TimeSpan.Zero; passed < by; passed += Step)
        {
            _time.Advance(Step);
            await SettleAsync();
        }
    }

    /// <summary>Lets time pass until something is so, at most a day.</summary>
    public async Task AdvanceUntilAsync(Func<bool> reached)
    {
        for (var i = 0; i < 24 * 720 && !reached(); i++) await AdvanceAsync(Step);
        Assert.True(reached(), "it did not come to that within a simulated day");
    }

    /// <summary>Lets time pass until the first meter has an open session that samples.</summary>
    public Task UntilChargingAsync() => AdvanceUntilAsync(() => Meters[0].Session is not null && Stats.Samples > 3);

    public async Task SettleAsync()
    {
        var settled = Station.Engine.SettledAsync();
        if (await Task.WhenAny(settled, _running).WaitAsync(Patience) == _running) await _running;
        await settled;
    }

    public void AssertNoErrors() => Assert.True(Stats.Errors.Count == 0, string.Join('\n', Stats.Errors.First));

    public async ValueTask DisposeAsync()
    {
        await _working.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        await _server.DisposeAsync();
        _working.Dispose();
    }
}

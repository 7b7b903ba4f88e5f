using Sems.Simulator.Bikes;
using Sems.Simulator.Campus;
using Sems.Simulator.Metrics;
using Sems.Simulator.Students;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>All stations of a campus, each with students of its own.</summary>
public sealed class StationFleet : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly SimulationClock _clock;

    /// <summary>Builds the stations of a campus.</summary>
    /// <param name="campus">The campus, as loaded into the server.</param>
    /// <param name="server">The server's address.</param>
    /// <param name="clock">Simulated time.</param>
    /// <param name="stats">The run's counts.</param>
    /// <param name="seed">Decides everything that is drawn.</param>
    /// <param name="strict">False where an operator may act meanwhile.</param>
    /// <param name="chargedBefore">Whether students may have bills from an earlier run.</param>
    public StationFleet(
        CampusData campus, Uri server, SimulationClock clock, SimulatorStats stats, int seed, bool strict, bool chargedBefore = false)
    {
        _clock = clock;
        _http = StationClient.CreateInvoker(Math.Clamp(campus.Stations.Count * 16, 16, 256));
        var ammeters = campus.Ammeters.ToLookup(a => a.Group);
        var students = StudentsByStation(campus, seed, chargedBefore);
        Stations = [.. campus.Stations.Select((row, index) => Build(row, index))];

        Station Build(CampusStation row, int index)
        {
            var traits = StationTraits.Of(index, seed, row.Group);
            var engine = new StationEngine(clock, new StationClient(_http, server, stats, clock.Real, row.StationKey));
            List<Meter> meters = [.. ammeters[row.Group].Where(a => !DocumentedExamples.IsKept(a)).Select((a, i) => BuildMeter(a, i, seed))];
            var context = new StationContext(
                row, engine, stats, meters, [.. ammeters[row.Group].Select(a => a.Number)], students[index], traits,
                Seeds.Stream(seed, "life", row.Group), strict);
            return new Station(context, new MeterReader(traits, Seeds.Stream(seed, "noise", row.Group)));
        }
    }

    /// <summary>The stations.</summary>
    public IReadOnlyList<Station> Stations { get; }

    /// <summary>Stations whose last poll was answered within the last 30 s of simulated time, or within the last second of real time.</summary>
    public int Polling
    {
        get
        {
            var since = _clock.NowMs - Math.Max(30_000, (long)(_clock.Speed * 1000));
            return Stations.Count(s => s.PolledMs >= since);
        }
    }

    /// <summary>How far the slowest station is behind the clock, simulated time.</summary>
    public TimeSpan Behind => TimeSpan.FromMilliseconds(Stations.Count == 0 ? 0 : Stations.Max(s => s.BehindMs));

    /// <summary>Works until cancelled; a station that fails stops the others and throws.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        List<Task> running = [.. Stations.Select(s => Task.Run(() => s.RunAsync(working.Token), CancellationToken.None))];
        var first = await Task.WhenAny(running).ConfigureAwait(false);
        await working.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
    }

    /// <summary>Ends every session and waits for the answers.</summary>
    public Task CloseAsync() => Task.WhenAll(Stations.Select(s => s.CloseAsync()));

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static Meter BuildMeter(CampusAmmeter ammeter, int index, int seed)
    {
        var random = Seeds.Stream(seed, "meter", ammeter.Group + "/" + ammeter.Number);
        var kind = (index % 10) switch { < 5 => RegisterKind.Lifetime, < 8 => RegisterKind.PerSession, _ => RegisterKind.Odd };
        return new Meter(ammeter.Number, new EnergyRegister(kind, random), new SampleFaults(random));
    }

    private static List<Student>[] StudentsByStation(CampusData campus, int seed, bool chargedBefore)
    {
        var byStation = campus.Stations.Select(_ => new List<Student>()).ToArray();
        var (welcome, unwelcome) = (0, 0);
        foreach (var row in campus.Students)
        {
            if (row.StudentNumber == DocumentedExamples.StudentNumber) continue;
            var turn = row.Registered && !row.Blocked ? welcome++ : unwelcome++;
            byStation[turn % byStation.Length].Add(new Student(row, seed) { HasCharged = chargedBefore });
        }

        return byStation;
    }
}

using System.Globalization;

namespace Sems.Bench.Proofs.Crash;

/// <summary>A campus whose meters all work at once, and its data directory.</summary>
public sealed class LoadedCampus
{
    /// <summary>A station with a meter none of the meters at work is, and that meter.</summary>
    public const string SpareGroup = "0001", SpareAmmeter = "spare";

    /// <summary>The card of a student who does not charge.</summary>
    public const string SpareCard = "spare-card";

    private const int Meters = 8;
    private readonly SimulatedMeter[] _meters;

    /// <summary>Writes the campus.</summary>
    /// <param name="directory">The files to import go into "campus" in it, the data is to be in "data".</param>
    /// <param name="seed">What the meters do comes of it.</param>
    public LoadedCampus(string directory, int seed)
    {
        _meters = [.. Enumerable.Range(1, Meters).Select(i => new SimulatedMeter(i % 2 == 0 ? "0001" : "0002", Number(i), $"card-{i}", seed + i))];
        (Data, Import) = (Path.Combine(directory, "data"), Path.Combine(directory, "campus"));
        Directory.CreateDirectory(Import);
        Write("students", "student_number,card_number,username", _meters.Select((m, i) => $"10304125{i},{m.Card},student-{i}").Prepend($"1030412599,{SpareCard},spare"));
        Write("stations", "ammeterGroup_number,name", ["0001,东门", "0002,西门"]);
        Write("ammeters", "ammeterGroup_number,ammeter_number", _meters.Select(m => $"{m.Group},{m.Ammeter}").Prepend($"{SpareGroup},{SpareAmmeter}"));
    }

    /// <summary>The data directory.</summary>
    public string Data { get; }

    /// <summary>The campus's files.</summary>
    public string Import { get; }

    /// <summary>Samples answered.</summary>
    public int Samples => _meters.Sum(m => m.Samples);

    /// <summary>Sessions that began.</summary>
    public int Sessions => _meters.Sum(m => m.State.Sessions.Count);

    /// <summary>Sessions that ended, each with a bill.</summary>
    public int Bills => _meters.Sum(m => m.EndedSessions);

    /// <summary>What SEMS has answered for so far, meter by meter.</summary>
    public IReadOnlyList<MeterState> States => [.. _meters.Select(meter => meter.State)];

    /// <summary>All meters and both stations' polls work until the server goes away, which is brought about after so many answered calls.</summary>
    public async Task WorkUntilGoneAsync(CampusClient client, int calls, Action end)
    {
        var answered = 0;
        await WorkAsync(client, () =>
        {
            if (Interlocked.Increment(ref answered) == calls) end();
        });
        if (answered < calls) throw new ProofException($"the server went away by itself after {answered} calls");
    }

    /// <summary>All meters and both stations' polls work until the server goes away.</summary>
    /// <param name="client">Speaks to it.</param>
    /// <param name="answered">Called after each answer to a meter, from many threads.</param>
    public async Task WorkAsync(CampusClient client, Action answered)
    {
        var polling = Task.WhenAll(PollAsync(client, "0001"), PollAsync(client, "0002"));
        await Task.WhenAll(_meters.Select(meter => Task.Run(() => meter.WorkAsync(client, answered))));
        await polling;
    }

    /// <summary>All meters work until told to stop; what is refused meanwhile is asked again and again.</summary>
    /// <param name="client">Speaks to the server.</param>
    /// <param name="answered">Called after each answer to a meter, from many threads.</param>
    /// <param name="refused">Called after each refusal.</param>
    /// <param name="stop">When to stop.</param>
    public Task WorkThroughAsync(CampusClient client, Action answered, Action refused, CancellationToken stop) =>
        Task.WhenAll(_meters.Select(meter => Task.Run(() => meter.WorkThroughAsync(client, answered, refused, stop), CancellationToken.None)));

    /// <summary>Everything answered is there, once, and what was cut off can be asked again.</summary>
    public async Task ProveAsync(CampusClient client)
    {
        foreach (var meter in _meters) await meter.ProveAsync(client);
        var overview = await client.OverviewAsync();
        var (answered, shown) = ((Bills, Bills, _meters.Count(m => m.IsOpen), Samples), (Of("bills"), Of("sessions_completed"), Of("sessions_open"), Of("samples")));
        if (shown != answered) throw new ProofException($"bills, sessions ended, sessions open, samples: {answered} were answered for, the overview has {shown}");

        int Of(string name) => overview.GetProperty(name).GetInt32();
    }

    /// <summary>Everything answered by an earlier moment is there, and every meter and student can go on.</summary>
    public async Task ProveAtLeastAsync(CampusClient client, IReadOnlyList<MeterState> earlier)
    {
        foreach (var (meter, state) in _meters.Zip(earlier)) await meter.ProveAtLeastAsync(client, state);
    }

    /// <summary>Every curve since the beginning; then every student is free to go elsewhere.</summary>
    public async Task ProveEverythingAndNobodyIsStuckAsync(CampusClient client)
    {
        foreach (var meter in _meters)
        {
            await meter.ProveAllAsync(client);
            if (meter.IsOpen) (await client.EndAsync(meter.Card, meter.Group, meter.Ammeter)).MustBeDone($"{meter}: the end");
            (await client.StartAsync(meter.Card, SpareGroup, SpareAmmeter)).MustBeDone($"{meter}: a start elsewhere");
            (await client.EndAsync(meter.Card, SpareGroup, SpareAmmeter)).MustBeDone($"{meter}: the end elsewhere");
        }
    }

    private void Write(string name, string header, IEnumerable<string> rows) =>
        File.WriteAllLines(Path.Combine(Import, name + ".csv"), rows.Prepend(header));

    private static async Task PollAsync(CampusClient client, string group)
    {
        var poll = new PlannedCall("poll", c => c.PollAsync(group), state => state, ByOperator: true);
        while (await poll.TryAsync(client))
        {
        }
    }

    private static string Number(int index) => index.ToString("0000", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Sems.Crash.Tests;

/// <summary>A campus whose meters all work at once, and its data directory.</summary>
internal sealed class LoadedCampus : IDisposable
{
    private const int Meters = 8;
    private readonly TempDirectory _directory = new();
    private readonly SimulatedMeter[] _meters;

    public LoadedCampus(int seed)
    {
        _meters = [.. Enumerable.Range(1, Meters).Select(i => new SimulatedMeter(i % 2 == 0 ? "0001" : "0002", Number(i), $"card-{i}", seed + i))];
        Campus.WriteTo(
            Import,
            "student_number,card_number,username\n" + string.Concat(_meters.Select((m, i) => $"10304125{i},{m.Card},student-{i}\n")),
            "ammeterGroup_number,name\n0001,东门\n0002,西门\n",
            "ammeterGroup_number,ammeter_number\n0001,spare\n" + string.Concat(_meters.Select(m => $"{m.Group},{m.Ammeter}\n")));
    }

    public string Data => _directory["data"];

    public string Import => _directory["campus"];

    /// <summary>What SEMS has answered for so far, meter by meter.</summary>
    public IReadOnlyList<MeterState> States => [.. _meters.Select(meter => meter.State)];

    /// <summary>All meters and both stations' polls work until the server goes away, which is brought about after so many answered calls.</summary>
    public async Task WorkUntilGoneAsync(SemsClient client, int calls, Action end)
    {
        var answered = 0;
        var polling = Task.WhenAll(PollAsync(client, "0001"), PollAsync(client, "0002"));
        await Task.WhenAll(_meters.Select(meter => Task.Run(() => meter.WorkAsync(client, () =>
        {
            if (Interlocked.Increment(ref answered) == calls) end();
        }))));
        await polling;
        Assert.True(answered >= calls, $"the server went away by itself after {answered} calls");
    }

    /// <summary>Everything answered is there, once, and what was cut off can be asked again.</summary>
    public async Task ProveAsync(SemsClient client)
    {
        foreach (var meter in _meters) await meter.ProveAsync(client);
        var overview = (await client.AdminAsync("/api/admin/overview")).Json;
        Assert.Equal(
            (_meters.Sum(m => m.EndedSessions), _meters.Sum(m => m.EndedSessions), _meters.Count(m => m.IsOpen), _meters.Sum(m => m.Samples)),
            (overview.GetProperty("bills").GetInt32(), overview.GetProperty("sessions_completed").GetInt32(),
                overview.GetProperty("sessions_open").GetInt32(), overview.GetProperty("samples").GetInt32()));
    }

    /// <summary>Everything answered by an earlier moment is there, and every meter and student can go on.</summary>
    public async Task ProveAtLeastAsync(SemsClient client, IReadOnlyList<MeterState> earlier)
    {
        foreach (var (meter, state) in _meters.Zip(earlier)) await meter.ProveAtLeastAsync(client, state);
    }

    /// <summary>Every curve since the beginning; then every student is free to go elsewhere.</summary>
    public async Task ProveEverythingAndNobodyIsStuckAsync(SemsClient client)
    {
        foreach (var meter in _meters)
        {
            await meter.ProveAllAsync(client);
            if (meter.IsOpen) (await client.EndAsync(meter.Card, meter.Group, meter.Ammeter)).MustBeDone();
            (await client.StartAsync(meter.Card, "0001", "spare")).MustBeDone();
            (await client.EndAsync(meter.Card, "0001", "spare")).MustBeDone();
        }
    }

    public void Dispose() => _directory.Dispose();

    private static async Task PollAsync(SemsClient client, string group)
    {
        var poll = new PlannedCall("poll", c => c.PollAsync(group), state => state, ByOperator: true);
        while (await poll.TryAsync(client))
        {
        }
    }

    private static string Number(int index) => index.ToString("0000", CultureInfo.InvariantCulture);
}

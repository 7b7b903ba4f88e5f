using System.Diagnostics;
using System.Globalization;
using Sems.Bench.Campus;

namespace Sems.Bench.Proofs.Clocks;

/// <summary>
/// Stations whose clocks are wrong in every way deliver twelve hours of samples of 60 meters at once, with the limits as they are by default: no
/// sample is refused, lost or kept twice, and bills go by the server's clock.
/// </summary>
public sealed class ClocksProof : IProof
{
    private const int Meters = 60;
    private const int Repeated = 20;
    private const long FenPerHour = 100_000; // a second is 28 fen: a bill tells a session's length
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public string Name => "clocks";

    /// <inheritdoc />
    public string Shows => "wrong station clocks and a backlog of 12 hours: nothing is refused, lost, doubled or misbilled";

    /// <inheritdoc />
    public double Weight => 1;

    /// <inheritdoc />
    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancel)
    {
        var samples = run.Count(120, 4_320);
        CampusFiles.Write(run.Work["campus"], new CampusShape(2 * CampusShape.MetersPerStation));
        var price = FenPerHour.ToString(CultureInfo.InvariantCulture);
        await using var server = await run.StartServerAsync("data", "campus", cancel, ("Charging__ArrearsLimitFen", ""), ("Charging__Tariff__FenPerHour", price));
        using var station = new ClockStation(server);
        var begun = Stopwatch.GetTimestamp();
        for (var meter = 0; meter < Meters; meter++) await station.StartAsync(meter, cancel);

        run.Say($"{samples:N0} samples of each of {Meters} meters from one address, as fast as they go");
        var sending = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Meters).Select(meter => Task.Run(() => DeliverAsync(meter), CancellationToken.None)));
        sending.Stop();
        for (var meter = 0; meter < Meters; meter++) await station.EndAsync(meter, cancel);

        run.Say($"{station.Sent / sending.Elapsed.TotalSeconds:N0} samples per second; reading every curve and bill");
        var longest = Stopwatch.GetElapsedTime(begun) + Slack;
        for (var meter = 0; meter < Meters; meter++) await station.CheckAsync(meter, KindOf(meter), FenPerHour, longest, cancel);
        return new ProofResult(
        [
            new("samples sent", station.Sent), new("samples per second", station.Sent / sending.Elapsed.TotalSeconds), new("of them repeated", station.Repeated),
            new("kinds of wrong clocks", ClockKind.All.Count), new("curves whole, without doubles, and bills right", Meters),
        ]);

        async Task DeliverAsync(int meter)
        {
            foreach (var time in KindOf(meter).Times(samples, run.Seed + meter)) await station.SampleAsync(meter, time, cancel);
            await station.RepeatAsync(meter, Repeated, cancel);
        }
    }

    private static ClockKind KindOf(int meter) => ClockKind.All[meter % ClockKind.All.Count];
}

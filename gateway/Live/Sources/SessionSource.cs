using System.Text.Json;
using Sems.Analysis.Charging;
using Sems.Gateway.Admin;
using Sems.Storage;
using Sems.Storage.Curves;

namespace Sems.Gateway.Live.Sources;

/// <summary>One session: the charge, and its samples as they come. Its curve is read once; afterwards only what is not sealed yet.</summary>
internal sealed class SessionSource(long id, CampusViews views, IDatabaseReader database, LiveJson json) : ILiveSource
{
    private Seen _seen = new([], [], 0, null, 0);

    public TimeSpan Period => TimeSpan.FromSeconds(1);

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel)
    {
        var charge = await views.ChargeAsync(id, cancel);
        var seen = _seen;
        var samples = charge is null ? 0 : charge.Live?.Samples ?? charge.Samples ?? 0;
        if (samples != seen.Count || charge?.Status != seen.Status)
            seen = new Seen(await PointsAsync(seen, samples, cancel), seen.Times, samples, charge?.Status, (await database.Decisions.OfChargeAsync(id, cancel)).Count);
        _seen = seen;
        return new LivePicture(
            new ValuePart("charge", json.OrNull(charge)), new PointsPart(seen.Points), new ValuePart("decisions", json.Of(seen.Decisions)));
    }

    private async Task<Sample[]> PointsAsync(Seen seen, long samples, CancellationToken cancel)
    {
        if (samples == seen.Points.Length) return seen.Points;
        if (seen.Points.Length > 0)
        {
            var fresh = await database.Curves.UnsealedAsync(id, cancel);
            var added = fresh.Where(s => !seen.Times.Contains(s.Time)).ToList();
            if (seen.Points.Length + added.Count >= samples) return Add(seen, added);
        }
        var all = await database.Curves.ReadAsync(id, cancel);
        return Add(seen, [.. all.Where(s => !seen.Times.Contains(s.Time))]);
    }

    private static Sample[] Add(Seen seen, List<Sample> added)
    {
        foreach (var sample in added) seen.Times.Add(sample.Time);
        return [.. seen.Points, .. added];
    }

    /// <summary>What is known of it.</summary>
    /// <param name="Points">Its samples as they were found.</param>
    /// <param name="Times">Their times: no two samples of a charge have the same.</param>
    /// <param name="Count">How many its meter spoke of.</param>
    private sealed record Seen(Sample[] Points, HashSet<double> Times, long Count, string? Status, int Decisions);

    /// <summary>Samples: thinned for who is new, those that were added for the others.</summary>
    private sealed class PointsPart(Sample[] points) : ILivePart
    {
        private const int Most = 1_500;
        private readonly Sample[] _points = points;

        public bool Differs(ILivePart before) => ((PointsPart)before)._points.Length != _points.Length;

        public void Write(Utf8JsonWriter json, ILivePart? before)
        {
            IReadOnlyList<Sample> told = before is PointsPart then
                ? _points[then._points.Length..]
                : Downsampling.LargestTriangles([.. _points.OrderBy(s => s.AtMs)], Most, s => s.AtMs, s => s.CurrentA);
            json.WriteStartArray("points");
            foreach (var sample in told) CurveResult.Write(json, sample);
            json.WriteEndArray();
        }
    }
}

using System.Text.Json;
using Sems.Analysis.Charging;
using Sems.Gateway.Admin;
using Sems.Storage;
using Sems.Storage.Curves;

namespace Sems.Gateway.Live.Sources;

/// <summary>One session: the charge, and its samples as they come.</summary>
/// <param name="id">The charge.</param>
/// <param name="curve">Its samples.</param>
/// <param name="period">Between looks.</param>
/// <param name="views">To ask for the charge.</param>
/// <param name="database">To ask for decisions.</param>
/// <param name="json">To write it.</param>
internal sealed class SessionSource(long id, ICurveFollower curve, TimeSpan period, CampusViews views, IDatabaseReader database, LiveJson json) : ILiveSource
{
    private Seen _seen = new([], 0, null, 0);

    public TimeSpan Period => period;

    public async Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel)
    {
        var charge = await views.ChargeAsync(id, cancel);
        var seen = _seen;
        var samples = charge is null ? 0 : charge.Live?.Samples ?? charge.Samples ?? 0;
        if (samples != seen.Count || charge?.Status != seen.Status)
        {
            var (points, upTo) = await curve.FollowAsync(samples, cancel);
            seen = new Seen(points, upTo, charge?.Status, (await database.Decisions.OfChargeAsync(id, cancel)).Count);
        }
        _seen = seen;
        return new LivePicture(
            new ValuePart("charge", json.OrNull(charge)), new PointsPart(seen.Points), new ValuePart("decisions", json.Of(seen.Decisions)));
    }

    /// <summary>What is known of it.</summary>
    /// <param name="Points">Its samples as they were found.</param>
    /// <param name="Count">Of how many its meter spoke by then.</param>
    private sealed record Seen(Sample[] Points, long Count, string? Status, int Decisions);

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

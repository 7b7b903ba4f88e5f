using Sems.Storage.Curves;

namespace Sems.Gateway.Live;

/// <summary>Follows the samples of a charge as they come.</summary>
internal interface ICurveFollower
{
    /// <summary>The samples found so far, those found last behind the others, and up to how many the charge was followed: it may lag behind.</summary>
    /// <param name="samples">How many its meter speaks of.</param>
    /// <param name="cancel">To give up.</param>
    Task<(Sample[] Points, long UpTo)> FollowAsync(long samples, CancellationToken cancel);
}

/// <summary>A charge's samples, each once, in the order in which they were found.</summary>
internal sealed class FoundSamples
{
    private readonly HashSet<double> _times = []; // no two samples of a charge have the same

    /// <summary>They.</summary>
    public Sample[] Points { get; private set; } = [];

    /// <summary>How many of these are new.</summary>
    public int CountNew(IEnumerable<Sample> found) => found.Count(s => !_times.Contains(s.Time));

    /// <summary>Adds those that are new.</summary>
    public void Add(IEnumerable<Sample> found)
    {
        var added = found.Where(s => _times.Add(s.Time)).ToList();
        if (added.Count > 0) Points = [.. Points, .. added];
    }
}

/// <summary>Reads the curve once; afterwards only what is not sealed yet.</summary>
internal sealed class FollowedCurve(long id, ICurveReader curves) : ICurveFollower
{
    private readonly FoundSamples _found = new();

    public async Task<(Sample[] Points, long UpTo)> FollowAsync(long samples, CancellationToken cancel)
    {
        var known = _found.Points.Length;
        if (samples == known) return (_found.Points, samples);
        var found = known > 0 ? await curves.UnsealedAsync(id, cancel) : [];
        if (known == 0 || known + _found.CountNew(found) < samples) found = await curves.ReadAsync(id, cancel); // some were sealed meanwhile: all in order
        _found.Add(found);
        return (_found.Points, samples);
    }
}

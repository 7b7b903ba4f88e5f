using System.Collections.Concurrent;
using Sems.Gateway.Live;
using Sems.Storage;

namespace Sems.Gateway.Student.Reading;

/// <summary>The curves of the sessions that students look at: each is read at most once in <see cref="FollowedCharge.Fresh"/>, however many pages show it, and once as a whole.</summary>
internal sealed class CurveBook(IDatabaseReader database)
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<long, FollowedCharge> _charges = new();
    private long _sweptAt = TimeProvider.System.GetTimestamp();

    /// <summary>How a charge goes; whose it is was checked.</summary>
    /// <param name="chargeId">An open charge.</param>
    /// <param name="samples">How many its meter speaks of.</param>
    /// <param name="cancel">To give up.</param>
    public Task<ChargeCurve> ReadAsync(long chargeId, long samples, CancellationToken cancel) => Of(chargeId).ReadAsync(samples, cancel);

    /// <summary>Its samples, for a stream.</summary>
    public ICurveFollower Follow(long chargeId) => new Follower(this, chargeId);

    private FollowedCharge Of(long chargeId)
    {
        Sweep();
        var charge = _charges.GetOrAdd(chargeId, id => new FollowedCharge(id, database.Curves));
        charge.Touch();
        return charge;
    }

    private void Sweep()
    {
        var at = Interlocked.Read(ref _sweptAt);
        if (TimeProvider.System.GetElapsedTime(at) < Unused || Interlocked.CompareExchange(ref _sweptAt, TimeProvider.System.GetTimestamp(), at) != at) return;
        foreach (var (id, charge) in _charges)
            if (charge.UnusedFor > Unused) _charges.TryRemove(id, out _);
    }

    private sealed class Follower(CurveBook book, long chargeId) : ICurveFollower
    {
        public Task<(Sems.Storage.Curves.Sample[] Points, long UpTo)> FollowAsync(long samples, CancellationToken cancel) => book.Of(chargeId).FollowAsync(samples, cancel);
    }
}

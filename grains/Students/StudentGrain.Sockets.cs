using System.Collections.Immutable;
using Sems.GrainInterfaces;

namespace Sems.Grains.Students;

/// <summary>What a student does with the sockets of the own open sessions, and where the student is.</summary>
public sealed partial class StudentGrain
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(1);
    private const double NearDegrees = 0.0005; // about 50 m: WeChat may tell every five seconds, and each is a write

    /// <inheritdoc />
    public Task<ImmutableArray<StudentPlace>> Places() => Task.FromResult(
        stored.State.Sessions.Select(s => new StudentPlace(s.ChargeId, s.Ammeter, s.LeftPercent)).ToImmutableArray());

    /// <inheritdoc />
    public async Task<Refusal> SayLeft(long chargeId, double? percent)
    {
        if (percent is { } said && !(said is >= 0 and <= 100)) throw new ArgumentOutOfRangeException(nameof(percent), percent, "not a percentage");
        var sessions = stored.State.Sessions;
        if (sessions.FirstOrDefault(s => s.ChargeId == chargeId) is not { } session) return Refusal.NoSession;
        if (session.LeftPercent == percent) return Refusal.None;
        await database.Analysis.SayLeftAsync(chargeId, percent); // first: what is learnt of the charge once it has ended goes by it
        await CommitAsync(stored.State with { Sessions = [.. stored.State.Sessions.Select(s => s.ChargeId == chargeId ? s with { LeftPercent = percent } : s)] });
        return Refusal.None;
    }

    /// <summary>
    /// Interleaves, for the meter may have to tell this grain of a session that ended before it does as it is told. The meter looks whose session
    /// it is: a place that was not given back yet reaches nobody else's.
    /// </summary>
    public async Task<ControlAnswer> Control(long chargeId, ControlAction action)
    {
        if (stored.State.Sessions.FirstOrDefault(s => s.ChargeId == chargeId) is not { } session) return new ControlAnswer(Refusal.NoSession, null);
        var number = this.GetPrimaryKeyString();
        var ammeter = GrainFactory.GetGrain<IAmmeterGrain>(session.Ammeter.ToString());
        var refusal = StudentControl.Check(action, await ammeter.Status(), chargeId, _check.Refusal);
        return refusal == Refusal.None
            ? await ammeter.ControlCharge(chargeId, number, action, "student/" + number)
            : new ControlAnswer(refusal, null);
    }

    /// <inheritdoc />
    public async Task Follows(bool follows)
    {
        if (stored.State.Follows != follows) await CommitAsync(stored.State with { Follows = follows });
    }

    /// <inheritdoc />
    public Task<bool?> DoesFollow() => Task.FromResult(stored.State.Follows);

    /// <inheritdoc />
    public async Task Position(double latitude, double longitude, DateTimeOffset at)
    {
        if (!(latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180)) throw new ArgumentOutOfRangeException(nameof(latitude), $"{latitude}, {longitude} is no place");
        if (_student?.UserName is null) return; // whom nothing is known of
        var now = time.GetUtcNow();
        var next = new StudentPosition(latitude, longitude, at < now ? at : now);
        if (stored.State.Position is not { } last || IsNews(last, next)) await CommitAsync(stored.State with { Position = next });
    }

    /// <inheritdoc />
    public Task<StudentPosition?> WhereAmI() => Task.FromResult(stored.State.Position);

    private static bool IsNews(StudentPosition last, StudentPosition next) =>
        next.At >= last.At
        && (next.At - last.At >= SoonAgain || Math.Abs(next.Latitude - last.Latitude) > NearDegrees || Math.Abs(next.Longitude - last.Longitude) > NearDegrees);
}

using Sems.Simulator.Metrics;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Replay;

/// <summary>Plays a recorded charge on a meter of its own: check, start, every row as written, end; it polls as any station does.</summary>
public sealed class ReplayPlayer(IReadOnlyList<ReplayRow> rows, SimulationClock clock, StationClient client, SimulatorStats stats)
{
    private const long PollMs = 5_000;
    private int _sent;
    private int _answered;

    /// <summary>Rows in the recording.</summary>
    public int Total => rows.Count;

    /// <summary>Rows sent so far.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Rows answered with 1 so far.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>Whether start and end were both answered with 1.</summary>
    public bool Ended { get; private set; }

    /// <summary>Plays the recording to its end.</summary>
    public async Task PlayAsync(CancellationToken cancellation)
    {
        using var polling = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var polls = PollAsync(polling.Token);
        try
        {
            await PlaySessionAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            await polling.CancelAsync().ConfigureAwait(false);
            await polls.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PlaySessionAsync(CancellationToken cancellation)
    {
        var (student, group, ammeter) = (ReplayCampus.Student, ReplayCampus.Group, ReplayCampus.Ammeter);
        var known = ReplyExpectation.Student(student.StudentNumber, student.Username, done: true);
        await client.SendAsync(ServiceRequests.CheckStudent(student.CardNumber), known, cancellation).ConfigureAwait(false);
        var start = await client.SendAsync(ServiceRequests.Start(student.CardNumber, group, ammeter), ReplyExpectation.Done, cancellation).ConfigureAwait(false);
        if (!start.IsDone) return;
        stats.CountStarted();

        var began = clock.NowMs;
        var offsets = ReplayPacing.OffsetsMs(rows);
        for (var i = 0; i < rows.Count; i++)
        {
            await clock.WaitUntilAsync(began + offsets[i], cancellation).ConfigureAwait(false);
            var row = rows[i];
            var request = ServiceRequests.ChargeVerbatim(group, ammeter, row.Time, row.CurrentA, row.Energy, row.VoltageV, row.PowerW);
            Interlocked.Increment(ref _sent);
            var answer = await client.SendAsync(request, ReplyExpectation.Done, cancellation).ConfigureAwait(false);
            if (!answer.IsDone) continue;
            Interlocked.Increment(ref _answered);
            stats.CountSample();
        }

        var end = await client.SendAsync(ServiceRequests.End(student.CardNumber, group, ammeter), ReplyExpectation.Done, cancellation).ConfigureAwait(false);
        if (!end.IsDone) return;
        stats.CountCompleted();
        Ended = true;
    }

    private async Task PollAsync(CancellationToken cancellation)
    {
        var expectation = ReplyExpectation.Control([ReplayCampus.Ammeter], exact: true);
        for (var due = clock.NowMs; ; due = Math.Max(due + PollMs, clock.NowMs))
        {
            await clock.WaitUntilAsync(due, cancellation).ConfigureAwait(false);
            await client.SendAsync(ServiceRequests.AmmeterControl(ReplayCampus.Group), expectation, cancellation).ConfigureAwait(false);
        }
    }
}

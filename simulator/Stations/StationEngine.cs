using System.Threading.Channels;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>
/// One station's loop: simulated events in order of their time, requests in order of their lane, a bounded number on their way at once.
/// Events, <see cref="StationJob"/> callbacks and posted actions all run on the loop, one at a time, so what they touch needs no lock.
/// </summary>
public sealed class StationEngine(SimulationClock clock, StationClient client, int maxConcurrent = 16)
{
    private const int MostQueued = 4_000;
    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);

    private readonly PriorityQueue<Action, (long Due, long Sequence)> _events = new();
    private readonly Queue<Lane> _turns = new();
    private readonly Channel<Message> _inbox = Channel.CreateUnbounded<Message>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<TaskCompletionSource> _settling = [];
    private long _sequence;
    private int _onTheirWay;
    private int _queued;
    private CancellationToken _cancellation;

    /// <summary>Simulated time of what runs now, Unix ms: an event's own time, even when the loop is late.</summary>
    public long NowMs { get; private set; } = clock.NowMs;

    /// <summary>A number that grows with every step; orders what was sent against what was heard.</summary>
    public long Stamp { get; private set; }

    /// <summary>How far the loop is behind the clock, simulated ms.</summary>
    public long BehindMs => Math.Max(0, clock.NowMs - Volatile.Read(ref _nextDue));

    private long _nextDue = long.MaxValue;

    /// <summary>Runs something at a simulated moment; at once when that has passed.</summary>
    public void At(long simMs, Action action) => _events.Enqueue(action, (simMs, _sequence++));

    /// <summary>Adds a request to a lane.</summary>
    public void Enqueue(Lane lane, StationJob job)
    {
        lane.Waiting.Enqueue(job);
        _queued++;
        if (lane.Active) return;
        lane.Active = true;
        _turns.Enqueue(lane);
    }

    /// <summary>Runs something on the loop. From any thread.</summary>
    public void Post(Action action) => _inbox.Writer.TryWrite(new Message { Action = action });

    /// <summary>Completes when nothing is due, waiting or on its way. From any thread; the loop must be running.</summary>
    public Task SettledAsync()
    {
        var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _inbox.Writer.TryWrite(new Message { Settled = settled });
        return settled.Task;
    }

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        using var timer = clock.Real.CreateTimer(
            static inbox => ((ChannelWriter<Message>)inbox!).TryWrite(default), _inbox.Writer, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            while (true)
            {
                RunDueEvents();
                TakeTurns();
                AnswerSettled();
                if (_events.TryPeek(out _, out var next))
                {
                    Volatile.Write(ref _nextDue, next.Due);
                    var wait = _queued >= MostQueued ? Timeout.InfiniteTimeSpan : clock.RealUntil(next.Due);
                    timer.Change(wait < ShortestTimer && wait != Timeout.InfiniteTimeSpan ? ShortestTimer : wait, Timeout.InfiniteTimeSpan);
                }

                await _inbox.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false);
                while (_inbox.Reader.TryRead(out var message)) Handle(message);
            }
        }
        finally
        {
            foreach (var settled in _settling) settled.TrySetCanceled(CancellationToken.None);
        }
    }

    private void RunDueEvents()
    {
        var now = clock.NowMs;
        while (_queued < MostQueued && _events.TryPeek(out var action, out var priority) && priority.Due <= now)
        {
            _events.Dequeue();
            NowMs = Math.Max(priority.Due, 0);
            Stamp++;
            action();
        }
    }

    private void TakeTurns()
    {
        while (_onTheirWay < maxConcurrent && _turns.TryDequeue(out var lane))
        {
            StationJob? job = null;
            ServiceRequest? request = null;
            ReplyExpectation? expectation = null;
            while (request is null && lane.Waiting.TryDequeue(out job))
            {
                _queued--;
                Stamp++;
                request = job.Prepare(out expectation);
            }

            if (request is null)
            {
                lane.Active = false;
                continue;
            }

            _onTheirWay++;
            _ = SendAsync(lane, job!, request, expectation!);
        }
    }

    private async Task SendAsync(Lane lane, StationJob job, ServiceRequest request, ReplyExpectation expectation)
    {
        try
        {
            var exchange = await client.SendAsync(request, expectation, _cancellation).ConfigureAwait(false);
            _inbox.Writer.TryWrite(new Message { Lane = lane, Job = job, Exchange = exchange });
        }
        catch (OperationCanceledException)
        {
            // The loop is stopping: nobody waits for the answer.
        }
        catch (Exception e)
        {
            _inbox.Writer.TryWrite(new Message { Failure = e });
        }
    }

    private void Handle(Message message)
    {
        Stamp++;
        if (message.Failure is { } failure) throw new InvalidOperationException("a station's request failed inside the simulator", failure);
        if (message.Settled is { } settled) _settling.Add(settled);
        NowMs = Math.Max(NowMs, clock.NowMs);
        message.Action?.Invoke();
        if (message.Job is null) return;

        _onTheirWay--;
        message.Job.Complete(message.Exchange!);
        if (message.Lane!.Waiting.Count > 0) _turns.Enqueue(message.Lane);
        else message.Lane.Active = false;
    }

    private void AnswerSettled()
    {
        if (_settling.Count == 0 || _onTheirWay > 0 || _queued > 0) return;
        if (_events.TryPeek(out _, out var next) && next.Due <= clock.NowMs) return;
        foreach (var settled in _settling) settled.TrySetResult();
        _settling.Clear();
    }

    private readonly record struct Message(
        Lane? Lane, StationJob? Job, Exchange? Exchange, Action? Action, TaskCompletionSource? Settled, Exception? Failure);
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Sems.Analysis.Latency;

namespace Sems.Bench.Load;

/// <summary>
/// Keeps one request in flight on each of its connections, all on the caller's thread and without allocating: it shares the machine with
/// the server it measures.
/// </summary>
/// <param name="server">Where to.</param>
/// <param name="connections">How many connections.</param>
public sealed class LoadGenerator(IPEndPoint server, int connections)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(5);

    /// <summary>Is told every 5 s how many replies have come.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>The address the connections come from, or null for the machine's choice.</summary>
    public IPAddress? From { get; init; }

    /// <summary>Sends one kind of request until the limit, then waits for the replies under way.</summary>
    /// <exception cref="IOException">A connection broke, or no reply came for 20 s.</exception>
    public LoadResult Run(Workload workload, Walk walk, LoadLimit limit, CancellationToken cancel)
    {
        var template = new RequestTemplate(server.ToString(), workload.Path, workload.Body, workload.Headers);
        var open = new List<LoadConnection>();
        try
        {
            for (var i = 0; i < connections; i++) open.Add(new LoadConnection(server, template, i, From));
            return new Round(workload, walk, limit, open, Progress).Run(cancel);
        }
        catch (SocketException fault)
        {
            throw new IOException($"{workload.Name}: {fault.Message}", fault);
        }
        finally
        {
            foreach (var connection in open) connection.Dispose();
        }
    }

    private sealed class Round(Workload workload, Walk walk, LoadLimit limit, List<LoadConnection> all, Action<long>? progress)
    {
        private readonly Dictionary<Socket, LoadConnection> _bySocket = all.ToDictionary(c => c.Socket);
        private readonly List<Socket> _waiting = [];
        private readonly List<Socket> _ready = [];
        private readonly LatencyHistogram _latencies = new();
        private long _requests, _sent, _errors, _measureFrom, _measureTo;
        private string? _firstError;

        public LoadResult Run(CancellationToken cancel)
        {
            var start = Stopwatch.GetTimestamp();
            _measureFrom = start + Ticks(limit.Ramp);
            _measureTo = _measureFrom + Ticks(limit.Window);
            var (last, told) = (start, start);
            foreach (var connection in all)
            {
                if (limit.Passes == int.MaxValue || walk.Has(connection.Index)) SendNext(connection, start);
            }
            while (_waiting.Count > 0)
            {
                if (cancel.IsCancellationRequested) throw new OperationCanceledException(cancel);
                _ready.Clear();
                _ready.AddRange(_waiting);
                Socket.Select(_ready, null, null, 100_000);
                foreach (var socket in _ready) Take(_bySocket[socket]);
                var now = Stopwatch.GetTimestamp();
                if (progress is not null && now - told > Ticks(BetweenReports))
                {
                    told = now;
                    progress(_sent);
                }
                if (_ready.Count > 0) last = now;
                else if (now - last > Ticks(Patience)) throw new IOException($"{workload.Name}: no reply for {Patience.TotalSeconds} s");
            }
            var end = Math.Min(_measureTo, Stopwatch.GetTimestamp());
            var seconds = Stopwatch.GetElapsedTime(_measureFrom, end).TotalSeconds;
            return new LoadResult(_requests, seconds, _errors, _firstError, _sent, _latencies);
        }

        private static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);

        private void Take(LoadConnection connection)
        {
            if (!connection.Receive(out var response)) return;
            var now = Stopwatch.GetTimestamp();
            _sent++;
            if (response.Status != 200 || !workload.Reply.Matches(connection.Body(in response))) Wrong(connection, in response);
            if (now >= _measureFrom && now < _measureTo)
            {
                _requests++;
                _latencies.Record((now - connection.SentAt) * (1_000_000_000 / Stopwatch.Frequency));
            }
            _waiting.Remove(connection.Socket);
            if (now < _measureTo && walk.Passes(connection.Index) < limit.Passes) SendNext(connection, now);
        }

        private void SendNext(LoadConnection connection, long now)
        {
            connection.Send(walk.Next(connection.Index), now);
            _waiting.Add(connection.Socket);
        }

        private void Wrong(LoadConnection connection, in Response response)
        {
            _errors++;
            if (_firstError is not null) return;
            _firstError = $"{workload.Name} got {response.Status} {Encoding.UTF8.GetString(connection.Body(in response))} for {workload.Reply}";
        }
    }
}

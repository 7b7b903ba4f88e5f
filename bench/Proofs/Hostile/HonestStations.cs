using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Sems.Bench.Load;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>
/// Stations that do what stations do, at a steady pace and on a thread of their own: samples and polls on kept connections, and now and then a
/// new connection. Every reply must be right; how long it took counts from when the request was due.
/// </summary>
internal sealed class HonestStations : IDisposable
{
    private const int RequestsPerConnection = 10;
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<Line> _lines = [];
    private readonly Thread _thread;
    private volatile Latencies _latencies = new();
    private volatile bool _stop;
    private volatile string? _fault;

    /// <summary>Starts them: each of some lines sends samples or polls for its share of the campus.</summary>
    public HonestStations(IPEndPoint server, Workload samples, Workload polls, int lines, long firstTime)
    {
        foreach (var (workload, count) in new[] { (samples, lines - (lines / 4)), (polls, lines / 4) })
        {
            var template = new RequestTemplate(server.ToString(), workload.Path, workload.Body, workload.Headers);
            var walk = new Walk(workload, count, firstTime);
            for (var i = 0; i < count; i++) _lines.Add(new Line(server, workload, template, walk, i));
        }
        var now = Stopwatch.GetTimestamp();
        for (var i = 0; i < _lines.Count; i++) _lines[i].Due = now + (Ticks(BetweenRequests) * i / _lines.Count);
        _thread = new Thread(Run) { Name = "honest stations", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Begins a new measurement.</summary>
    public void Reset() => _latencies = new Latencies();

    /// <summary>What was measured since.</summary>
    /// <exception cref="ProofException">One of them was refused or cut off.</exception>
    public Latencies Read() => _fault is { } fault ? throw new ProofException("an honest station suffered: " + fault) : _latencies;

    /// <inheritdoc />
    public void Dispose()
    {
        _stop = true;
        _thread.Join();
        foreach (var line in _lines) line.Connection?.Dispose();
    }

    private static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);

    private void Run()
    {
        try
        {
            while (!_stop) Turn();
        }
        catch (Exception fault) when (fault is IOException or SocketException or InvalidDataException)
        {
            _fault = fault.Message;
        }
    }

    private void Turn()
    {
        var now = Stopwatch.GetTimestamp();
        var next = now + Ticks(BetweenRequests);
        var waiting = new List<Socket>(_lines.Count);
        foreach (var line in _lines)
        {
            if (!line.InFlight && line.Due <= now) line.Send(now);
            if (!line.InFlight) next = Math.Min(next, line.Due);
            else if (now - line.Due > Ticks(Patience)) throw new IOException($"no reply to {line.Workload.Name} for {Patience.TotalSeconds} s");
            else waiting.Add(line.Connection!.Socket);
        }
        var pause = Stopwatch.GetElapsedTime(now, Math.Max(now, next));
        if (waiting.Count == 0) Thread.Sleep(pause);
        else
        {
            Socket.Select(waiting, null, null, pause);
            foreach (var line in _lines)
            {
                if (line.InFlight && waiting.Contains(line.Connection!.Socket)) Take(line);
            }
        }
    }

    private void Take(Line line)
    {
        if (!line.Connection!.Receive(out var response)) return;
        var now = Stopwatch.GetTimestamp();
        if (response.Status != 200 || !line.Workload.Reply.Matches(line.Connection.Body(in response)))
            throw new IOException($"{line.Workload.Name} was answered {response.Status} {Encoding.UTF8.GetString(line.Connection.Body(in response))}");
        (line.IsNew ? _latencies.New : _latencies.Kept).Record(Stopwatch.GetElapsedTime(line.Due, now));
        line.InFlight = false;
        line.Due = Math.Max(line.Due + Ticks(BetweenRequests), now);
    }

    private sealed class Line(IPEndPoint server, Workload workload, RequestTemplate template, Walk walk, int index)
    {
        private int _sent;

        public Workload Workload => workload;

        public LoadConnection? Connection { get; private set; }

        public bool InFlight { get; set; }

        public long Due { get; set; }

        /// <summary>Whether the request in flight is the first of its connection.</summary>
        public bool IsNew { get; private set; }

        public void Send(long now)
        {
            IsNew = Connection is null || (++_sent + index) % RequestsPerConnection == 0;
            if (IsNew)
            {
                Connection?.Dispose();
                Connection = new LoadConnection(server, template, index, from: null);
            }
            Connection!.Send(walk.Next(index), now);
            InFlight = true;
        }
    }
}

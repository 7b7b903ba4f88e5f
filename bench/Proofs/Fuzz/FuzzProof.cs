using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sems.Bench.Campus;
using Sems.Bench.Processes;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>Generated bodies against the six calls: every reply is the protocol's, memory does not grow, the server is as fast afterwards.</summary>
public sealed class FuzzProof : IProof
{
    private const int Workers = 48;
    private const int BetweenCanaries = 16;
    private const double LeastShareOfSpeed = 0.8;
    private const double LeastShareOfSpeedSmall = 0.3; // half a second beside whatever else a test machine does
    private const int MeasuringTries = 3;
    private const long Mebibyte = 1024 * 1024;
    private const long HeapMayGrow = 4 * Mebibyte;
    private const long ResidentMayGrow = 96 * Mebibyte;
    private const int SettlingTries = 20;
    private static readonly TimeSpan SettlingPause = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc />
    public string Name => "fuzz";

    /// <inheritdoc />
    public string Shows => "generated bodies get documented JSON, memory does not grow, speed stays";

    /// <inheritdoc />
    public double Weight => 3;

    /// <inheritdoc />
    public async Task<ProofResult> RunAsync(ProofRun run, CancellationToken cancel)
    {
        var count = run.Count(20_000, 1_000_000);
        CampusFiles.Write(run.Work["campus"], FuzzCampus.Whole);
        await using var server = await run.StartServerAsync("data", "campus", cancel, ("Service__Limits", "off"), ("Charging__ArrearsLimitFen", ""));
        var speed = new SpeedBar(server, TimeSpan.FromSeconds(run.Small ? 0.5 : 1.5));
        speed.OpenSessions(cancel);
        speed.WarmUp(cancel);
        var before = speed.Measure(cancel);
        run.Say($"{before:N0} samples/s before; {count:N0} bodies on {Workers} connections");

        var state = new State(run, server, new FuzzTally(), Stopwatch.GetTimestamp());
        await SendAsync(state, count / 5, run.Time * 0.15, cancel);
        var early = await MemoryAsync(server, cancel);
        await SendAsync(state, count, run.Time * 0.85, cancel);
        var late = await MemoryAsync(server, cancel);
        for (var i = 0; i < SettlingTries && late.Heap > early.Heap + HeapMayGrow; i++)
        {
            await Task.Delay(SettlingPause, cancel); // what is still being done with what came is no growth
            late = await MemoryAsync(server, cancel);
        }

        speed.OpenSessions(cancel);
        double after = 0;
        var least = before * (run.Small ? LeastShareOfSpeedSmall : LeastShareOfSpeed);
        for (var i = 0; i < MeasuringTries && after < least; i++) after = Math.Max(after, speed.Measure(cancel));
        ProofFigure[] figures =
        [
            new("bodies sent", state.Next, $"of {count.ToString("#,0", CultureInfo.InvariantCulture)}"), new("bodies per second", state.Next / state.Sending.Elapsed.TotalSeconds), .. state.Tally.Figures,
            new("connections opened", state.Opened), new("checks that a connection is in step", state.Canaries),
            new("heap after a fifth, collected", (double)early.Heap / Mebibyte, "MiB"), new("heap at the end, collected", (double)late.Heap / Mebibyte, "MiB"),
            new("resident after a fifth", (double)early.Resident / Mebibyte, "MiB"), new("resident at the end", (double)late.Resident / Mebibyte, "MiB"),
            new("samples per second before", before), new("samples per second after", after), new("after, of before", after / before * 100, "%"),
        ];
        return new ProofResult(figures, Judge(early, late, after >= least, server.Server));
    }

    private static string? Judge((long Heap, long Resident) early, (long Heap, long Resident) late, bool fast, ServerProcess server)
    {
        if (late.Heap > early.Heap + HeapMayGrow) return "the heap has grown";
        if (late.Resident > early.Resident + ResidentMayGrow) return "resident memory has grown";
        if (server.Said.Contains("   at ", StringComparison.Ordinal)) return $"the server logged a stack:\n{server.Said}";
        return fast ? null : "the server has become slow";
    }

    private static async Task<(long Heap, long Resident)> MemoryAsync(GatewayProcess server, CancellationToken cancel)
    {
        var heap = await server.SettledHeapBytesAsync(cancel);
        return (heap, server.Server.ResidentBytes);
    }

    /// <summary>Sends until so many are sent in all, or the time is over.</summary>
    private static async Task SendAsync(State state, int until, TimeSpan within, CancellationToken cancel)
    {
        using var first = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        state.Sending.Start();
        var ends = state.Sending.Elapsed + within;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(state, worker, until, ends, first), CancellationToken.None)));
        state.Sending.Stop();
        if (state.Fault is { } fault) throw new ProofException(fault, [new("bodies sent", state.Next), .. state.Tally.Figures]);
        cancel.ThrowIfCancellationRequested();
    }

    private static async Task WorkAsync(State state, int worker, int until, TimeSpan ends, CancellationTokenSource first)
    {
        using var connection = new FuzzConnection(state.Server.Server.Address);
        FuzzCase? sent = null, former = null;
        try
        {
            for (var turn = worker; state.Sending.Elapsed < ends && state.TryTake(until, out var number); turn++)
            {
                former = sent;
                sent = FuzzCases.Make(state.Run.Seed, number);
                var reply = await connection.ExchangeAsync(sent, first.Token);
                if (ReplyModel.FaultOf(sent, reply) is { } fault) throw new IOException($"{fault}; it is {reply}");
                state.Tally.Add(reply);
                if (turn % BetweenCanaries == 0) await CheckStepAsync(state, connection, turn, first.Token);
            }
        }
        catch (OperationCanceledException) when (first.IsCancellationRequested)
        {
            // another worker has found something
        }
        catch (Exception fault) when (fault is IOException or TimeoutException or System.Net.Sockets.SocketException)
        {
            state.Found($"{fault.Message}\n      seed {state.Run.Seed}, {sent}\n      before it on the same connection: {former}");
            await first.CancelAsync();
        }
        finally
        {
            state.Closed(connection.Opened);
        }
    }

    /// <summary>A request with an answer that only it has: a connection out of step would give another's.</summary>
    private static async Task CheckStepAsync(State state, FuzzConnection connection, int turn, CancellationToken cancel)
    {
        var meter = turn % FuzzCampus.Quiet.Meters;
        var body = Encoding.ASCII.GetBytes($$"""{"card_number":"{{CampusShape.Card(meter)}}"}""");
        var reply = await connection.ExchangeAsync(new FuzzCase { Number = -1, Call = FuzzCall.CheckStudent, Kind = "check", Body = body }, cancel);
        var must = $$"""{"student_number":{{CampusShape.Student(meter)}},"username":"{{CampusShape.UserName(meter)}}","result":1}""";
        if (Encoding.UTF8.GetString(reply.Body) != must) throw new IOException($"the connection is out of step: it answered {reply} for {must}, after");
        state.Checked();
    }

    private sealed class State(ProofRun run, GatewayProcess server, FuzzTally tally, long told)
    {
        private int _next, _opened, _canaries;
        private string? _fault;
        private long _told = told;

        public ProofRun Run => run;

        public GatewayProcess Server => server;

        public FuzzTally Tally => tally;

        public Stopwatch Sending { get; } = new();

        public int Next => Volatile.Read(ref _next);

        public int Opened => _opened;

        public int Canaries => _canaries;

        public string? Fault => _fault;

        public bool TryTake(int until, out int number)
        {
            do
            {
                number = Next;
                if (number >= until) return false;
            }
            while (Interlocked.CompareExchange(ref _next, number + 1, number) != number);
            Tell(number);
            return true;
        }

        public void Found(string fault) => Interlocked.CompareExchange(ref _fault, fault, null);

        public void Closed(int opened) => Interlocked.Add(ref _opened, opened);

        public void Checked() => Interlocked.Increment(ref _canaries);

        private void Tell(int number)
        {
            var told = Interlocked.Read(ref _told);
            if (Stopwatch.GetElapsedTime(told) < TimeSpan.FromSeconds(5)) return;
            if (Interlocked.CompareExchange(ref _told, Stopwatch.GetTimestamp(), told) == told) run.Say($"{number:N0} bodies");
        }
    }
}

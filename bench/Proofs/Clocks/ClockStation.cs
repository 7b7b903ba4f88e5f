using System.Globalization;
using System.Text;
using System.Text.Json;
using Sems.Bench.Campus;
using Sems.Bench.Processes;

namespace Sems.Bench.Proofs.Clocks;

/// <summary>A station that remembers what it has sent, and finds it again.</summary>
/// <param name="server">Where to.</param>
internal sealed class ClockStation(GatewayProcess server) : IDisposable
{
    private const string Done = "{\"result\":1}";
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://{server.Server.Address}") };
    private readonly Dictionary<int, List<double>> _sent = [];
    private long _count, _repeated;

    /// <summary>Samples sent, repeated ones too.</summary>
    public long Sent => Interlocked.Read(ref _count);

    /// <summary>Samples sent a second time.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>A session begins.</summary>
    public Task StartAsync(int meter, CancellationToken cancel)
    {
        _sent[meter] = [];
        return MustBeDoneAsync("start", Session(meter), cancel);
    }

    /// <summary>It ends.</summary>
    public Task EndAsync(int meter, CancellationToken cancel) => MustBeDoneAsync("end", Session(meter), cancel);

    /// <summary>A sample.</summary>
    public async Task SampleAsync(int meter, double time, CancellationToken cancel)
    {
        Interlocked.Increment(ref _count);
        await MustBeDoneAsync("charge", string.Create(CultureInfo.InvariantCulture, $$"""{"current_value":1.5,"energy_value":12,{{Meter(meter)}},"time":{{time}}}"""), cancel);
        _sent[meter].Add(time);
    }

    /// <summary>The last of them once more, as a station does that heard no answer.</summary>
    public async Task RepeatAsync(int meter, int count, CancellationToken cancel)
    {
        foreach (var time in _sent[meter].TakeLast(count).ToList())
        {
            await SampleAsync(meter, time, cancel);
            _sent[meter].RemoveAt(_sent[meter].Count - 1);
            Interlocked.Increment(ref _repeated);
        }
    }

    /// <summary>Every sample is in the meter's curve, once, and in order if it must be; its bill is that of a session no longer than this.</summary>
    public async Task CheckAsync(int meter, ClockKind kind, long fenPerHour, TimeSpan longest, CancellationToken cancel)
    {
        using var list = JsonDocument.Parse(await server.Http.GetStringAsync($"/api/admin/charges?group={Group(meter)}&ammeter={Place(meter)}", cancel));
        var charge = list.RootElement.GetProperty("items").EnumerateArray().Single();
        var took = charge.GetProperty("ended_at").GetDateTimeOffset() - charge.GetProperty("started_at").GetDateTimeOffset();
        var fen = charge.GetProperty("bill").GetProperty("fen").GetInt64();
        if (took < TimeSpan.Zero || took > longest) throw new ProofException($"{kind.Name}: a session of at most {longest} is said to have taken {took}");
        var due = (long)Math.Floor(took.TotalSeconds) * fenPerHour / 3600d;
        if (Math.Abs(fen - due) > 1) throw new ProofException($"{kind.Name}: {took} were billed with {fen} fen");

        using var curve = JsonDocument.Parse(await server.Http.GetStringAsync($"/api/admin/charges/{charge.GetProperty("id").GetInt64()}/curve?resolution=raw", cancel));
        var kept = curve.RootElement.GetProperty("points").EnumerateArray().Select(p => p[0].GetDouble()).ToList();
        var sent = _sent[meter];
        if (kept.Count != sent.Count || !kept.Order().SequenceEqual(sent.Order()))
            throw new ProofException($"{kind.Name}: of {sent.Count} samples {kept.Count} were kept, {kept.Distinct().Count()} of them different");
        if (kind.IsInOrder && !kept.SequenceEqual(sent)) throw new ProofException($"{kind.Name}: the curve is not in the order it was measured in");
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static string Group(int meter) => CampusShape.Group(CampusShape.StationOf(meter));

    private static string Place(int meter) => CampusShape.Ammeter(CampusShape.PlaceOf(meter));

    private static string Meter(int meter) => $"\"ammeterGroup_number\":\"{Group(meter)}\",\"ammeter_number\":\"{Place(meter)}\"";

    private static string Session(int meter) => $$"""{"card_number":"{{CampusShape.Card(meter)}}",{{Meter(meter)}}}""";

    private async Task MustBeDoneAsync(string call, string body, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        using var answer = await _http.PostAsync("/service/" + call, content, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (text != Done) throw new ProofException($"{call} {body} was answered {(int)answer.StatusCode} {text}");
    }
}

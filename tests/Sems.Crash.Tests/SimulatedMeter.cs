using System.Globalization;
using System.Text.Json;

namespace Sems.Crash.Tests;

/// <summary>A meter with its student, day after day: start, samples, commands, end; knows what SEMS has answered for.</summary>
internal sealed class SimulatedMeter
{
    private readonly Random _random;
    private readonly IEnumerator<PlannedCall> _plan;
    private MeterState _state = MeterState.Free;
    private PlannedCall? _cut;
    private int _proven;

    public SimulatedMeter(string group, string ammeter, string card, int seed)
    {
        (Group, Ammeter, Card) = (group, ammeter, card);
        _random = new Random(seed);
        _plan = Plan().GetEnumerator();
    }

    public string Group { get; }

    public string Ammeter { get; }

    public string Card { get; }

    public bool IsOpen => _state.IsOpen;

    /// <summary>What SEMS has answered for so far.</summary>
    public MeterState State => Volatile.Read(ref _state);

    public int EndedSessions => _state.Sessions.Count(s => s.Ended);

    public int Samples => _state.Sessions.Sum(s => s.Points.Count);

    /// <summary>Works until the server goes away.</summary>
    public async Task WorkAsync(SemsClient client, Action done)
    {
        while (_plan.MoveNext())
        {
            _cut = _plan.Current;
            if (!await _cut.TryAsync(client)) return;
            _state = _cut.Effect(_state);
            _cut = null;
            done();
        }
    }

    /// <summary>After a restart: all that was answered is there, once; the call that was cut off has happened or not, and its retry makes it happen once.</summary>
    public async Task ProveAsync(SemsClient client)
    {
        if (_cut is { } cut)
        {
            var (without, with) = (_state.Picture(_proven), cut.Effect(_state).Picture(_proven));
            var seen = "";
            await Waiting.UntilAsync(
                () => $"{Group}/{Ammeter} shows '{cut.What}' as not done\n{without}or as done\n{with}but it shows\n{seen}",
                async () => (seen = await SeenAsync(client)) == without || seen == with);
            Assert.True(await cut.TryAsync(client), $"{Group}/{Ammeter}: the retry of {cut.What} failed");
            _state = cut.Effect(_state);
            _cut = null;
        }
        Assert.Equal(_state.Picture(_proven), await SeenAsync(client));
        _proven = Math.Max(0, _state.Sessions.Count - 1);
    }

    /// <summary>Everything since the beginning, once more.</summary>
    public async Task ProveAllAsync(SemsClient client)
    {
        _proven = 0;
        await ProveAsync(client);
    }

    /// <summary>All of an earlier state is there, whatever came after it; then the meter and its student are free to go on.</summary>
    public async Task ProveAtLeastAsync(SemsClient client, MeterState earlier)
    {
        _proven = 0;
        var seen = await SeenStateAsync(client);
        Assert.True(seen.Holds(earlier), $"{Group}/{Ammeter} had answered for\n{earlier.Picture(0)}but it shows\n{seen.Picture(0)}");
        if (seen.IsOpen) (await client.EndAsync(Card, Group, Ammeter)).MustBeDone();
        if (seen.Level == "3") Assert.Equal(200, (int)(await client.ControlAsync(Group, Ammeter, "unlock")).Status);
        (await client.StartAsync(Card, Group, Ammeter)).MustBeDone();
        (await client.SampleAsync(Group, Ammeter, 1.5, 1, 1_467_753_314)).MustBeDone();
        (await client.EndAsync(Card, Group, Ammeter)).MustBeDone();
    }

    private async Task<string> SeenAsync(SemsClient client) => (await SeenStateAsync(client)).Picture(_proven);

    private async Task<MeterState> SeenStateAsync(SemsClient client)
    {
        var charges = await client.ChargesAsync($"?group={Group}&ammeter={Ammeter}&pageSize=500");
        Assert.True(charges.Length < 500, "the list must hold all charges");
        Array.Reverse(charges);
        var sessions = new List<MeterSession>();
        for (var i = 0; i < charges.Length; i++)
        {
            var ended = charges[i].GetProperty("status").GetString() == "ended";
            Assert.Equal(ended, charges[i].GetProperty("bill").ValueKind == JsonValueKind.Object);
            var points = i < _proven ? [] : await client.CurveAsync(charges[i].GetProperty("id").GetInt64());
            if (ended && i >= _proven) Assert.Equal(points.Length, charges[i].GetProperty("samples").GetInt32());
            sessions.Add(new MeterSession([.. points], ended));
        }
        var map = (await client.PollAsync(Group)).Json;
        return new MeterState([.. sessions], map.GetProperty(Ammeter).GetString()!);
    }

    private IEnumerable<PlannedCall> Plan()
    {
        while (true)
        {
            if (OneIn(5))
            {
                yield return Control("lock", "3");
                yield return Control("unlock", "2");
            }
            yield return new PlannedCall("start", client => client.StartAsync(Card, Group, Ammeter), state => state.Started());
            var samples = _random.Next(2, 30);
            var becomesFull = OneIn(2);
            for (var i = 0; i < samples; i++)
            {
                yield return Sample(becomesFull && i >= 8 ? 0.1 : 1.5);
                if (OneIn(10)) yield return Repeat();
                if (OneIn(15)) yield return new PlannedCall("start again", client => client.StartAsync(Card, Group, Ammeter), state => state);
                if (OneIn(12))
                {
                    yield return Control("off", "0");
                    yield return Sample(0);
                    yield return Control("on", "1");
                }
                if (OneIn(20))
                {
                    yield return Control("lock", "3");
                    yield return Control("unlock", "1");
                }
            }
            yield return new PlannedCall("end", client => client.EndAsync(Card, Group, Ammeter), state => state.Ended());
            if (OneIn(4)) yield return new PlannedCall("end again", client => client.EndAsync(Card, Group, Ammeter), state => state);
        }
    }

    private bool OneIn(int n) => _random.Next(n) == 0;

    private PlannedCall Control(string action, string level) =>
        new(action, client => client.ControlAsync(Group, Ammeter, action), state => state.Switched(level), ByOperator: true);

    private PlannedCall Sample(double current)
    {
        var energy = _state.Sessions[^1].Points.Count;
        var time = 1_467_753_314 + (10L * energy);
        return new PlannedCall(
            $"sample {energy}", client => client.SampleAsync(Group, Ammeter, current, energy, time, 220.5),
            state => state.Sampled(string.Create(CultureInfo.InvariantCulture, $"[{time},{current},220.5,{energy},null]")));
    }

    private PlannedCall Repeat()
    {
        var sent = Sample(0);
        var energy = _state.Sessions[^1].Points.Count - 1;
        return sent with
        {
            What = $"sample {energy} again",
            SendAsync = client => client.SampleAsync(Group, Ammeter, 1.5, energy, 1_467_753_314 + (10L * energy), 220.5),
            Effect = state => state,
        };
    }
}

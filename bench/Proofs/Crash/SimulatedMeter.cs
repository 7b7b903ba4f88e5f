using System.Globalization;
using System.Text.Json;

namespace Sems.Bench.Proofs.Crash;

/// <summary>A meter with its student, day after day: start, samples, commands, end; knows what SEMS has answered for.</summary>
internal sealed class SimulatedMeter
{
    private const long FirstTime = 1_467_753_314;
    private static readonly MeterSession Proven = new([], Ended: true);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(5);
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
    public async Task WorkAsync(CampusClient client, Action done)
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

    /// <summary>Works until told to stop; what is refused meanwhile is asked again and again.</summary>
    public async Task WorkThroughAsync(CampusClient client, Action done, Action refused, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && (_cut is not null || _plan.MoveNext()))
        {
            var call = _cut ??= _plan.Current;
            if (await call.TryAsync(client))
            {
                _state = call.Effect(_state);
                _cut = null;
                done();
            }
            else
            {
                refused();
                await Task.Delay(BetweenTries, CancellationToken.None);
            }
        }
    }

    /// <summary>After a restart: all that was answered is there, once; the call that was cut off has happened or not, and its retry makes it happen once.</summary>
    public async Task ProveAsync(CampusClient client)
    {
        if (_cut is { } cut)
        {
            var (without, with) = (_state.Picture(_proven), cut.Effect(_state).Picture(_proven));
            var seen = "";
            await Eventually.HoldsAsync(
                () => $"{this} shows '{cut.What}' as not done\n{without}or as done\n{with}but it shows\n{seen}",
                async () => (seen = await SeenAsync(client)) == without || seen == with);
            if (!await cut.TryAsync(client)) throw new ProofException($"{this}: the retry of {cut.What} failed");
            _state = cut.Effect(_state);
            _cut = null;
        }
        var (answered, shown) = (_state.Picture(_proven), await SeenAsync(client));
        if (shown != answered) throw new ProofException($"{this} has answered for\n{answered}but it shows\n{shown}");
        _proven = Math.Max(0, _state.Sessions.Count - 1);
    }

    /// <summary>Everything since the beginning, once more.</summary>
    public async Task ProveAllAsync(CampusClient client)
    {
        _proven = 0;
        await ProveAsync(client);
    }

    /// <summary>All of an earlier state is there, whatever came after it; then the meter and its student are free to go on.</summary>
    public async Task ProveAtLeastAsync(CampusClient client, MeterState earlier)
    {
        _proven = 0;
        var seen = await SeenStateAsync(client);
        if (!seen.Holds(earlier)) throw new ProofException($"{this} had answered for\n{earlier.Picture(0)}but it shows\n{seen.Picture(0)}");
        if (seen.IsOpen) (await client.EndAsync(Card, Group, Ammeter)).MustBeDone("an end");
        if (seen.Level == "3") (await client.ControlAsync(Group, Ammeter, "unlock")).MustBeGood("an unlock");
        (await client.StartAsync(Card, Group, Ammeter)).MustBeDone("a start");
        (await client.SampleAsync(Group, Ammeter, 1.5, 1, FirstTime, 220.5)).MustBeDone("a sample");
        (await client.EndAsync(Card, Group, Ammeter)).MustBeDone("an end");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Group}/{Ammeter}";

    private async Task<string> SeenAsync(CampusClient client) => (await SeenStateAsync(client)).Picture(_proven);

    private async Task<MeterState> SeenStateAsync(CampusClient client)
    {
        var (total, charges) = await client.ChargesAsync(Group, Ammeter, _proven);
        var sessions = new List<MeterSession>(Enumerable.Repeat(Proven, total - charges.Count));
        foreach (var charge in charges)
        {
            var id = charge.GetProperty("id").GetInt64();
            var ended = charge.GetProperty("status").GetString() == "ended";
            var bill = charge.GetProperty("bill");
            if (ended != (bill.ValueKind == JsonValueKind.Object)) throw new ProofException($"{this}: charge {id} is {charge}");
            var points = await client.CurveAsync(id);
            if (ended && charge.GetProperty("samples").GetInt32() != points.Count)
                throw new ProofException($"{this}: the curve of charge {id} has {points.Count} samples, the charge is {charge}");
            sessions.Add(new MeterSession([.. points], ended, ended && bill.GetProperty("status").GetString() == "paid"));
        }
        var map = (await client.PollAsync(Group)).MustBeGood("a poll").Json;
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
            if (OneIn(4)) yield return new PlannedCall("pay", client => client.PayLastAsync(Group, Ammeter), state => state.Paid(), ByOperator: true);
            if (OneIn(4)) yield return new PlannedCall("end again", client => client.EndAsync(Card, Group, Ammeter), state => state);
        }
    }

    private bool OneIn(int n) => _random.Next(n) == 0;

    private PlannedCall Control(string action, string level) =>
        new(action, client => client.ControlAsync(Group, Ammeter, action), state => state.Switched(level), ByOperator: true);

    private PlannedCall Sample(double current)
    {
        var energy = _state.Sessions[^1].Points.Count;
        var time = FirstTime + (10L * energy);
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
            SendAsync = client => client.SampleAsync(Group, Ammeter, 1.5, energy, FirstTime + (10L * energy), 220.5),
            Effect = state => state,
        };
    }
}

using System.Globalization;
using System.Text.Json;
using Sems.Simulator.Campus;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Fake;

/// <summary>The rules of the station protocol in memory, a second telling of them to hold the simulator against.</summary>
public sealed class FakeSems(CampusData campus)
{
    private readonly Lock _lock = new();
    private readonly List<FakeRequest> _requests = [];
    private readonly Dictionary<string, FakeCharge> _open = [];
    private readonly Dictionary<string, (FakeCharge Charge, int Times)> _last = [];
    private readonly Dictionary<string, CampusStudent> _cards = campus.Students.ToDictionary(s => s.CardNumber);
    private readonly HashSet<string> _meters = [.. campus.Ammeters.Select(a => a.Group + "/" + a.Number)];

    /// <summary>Answers a request instead of the rules: status and body; null lets the rules answer.</summary>
    public Func<FakeRequest, (int Status, string Body)?>? Override { get; set; }

    /// <summary>Values of meters that an operator set: 0 off, 3 locked.</summary>
    public Dictionary<string, char> Operator { get; } = [];

    public List<FakeCharge> Charges { get; } = [];

    /// <summary>What the rules answered, in order. Read it when the server is at rest.</summary>
    public List<string> Replies { get; } = [];

    public int MoneyAsked { get; private set; }

    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (_lock) return [.. _requests];
        }
    }

    public IEnumerable<FakeRequest> Named(string name) => Requests.Where(r => r.Name == name);

    /// <summary>An operator releases a meter: its session ends.</summary>
    public void Release(string meter)
    {
        lock (_lock) Finish(meter);
    }

    public (int Status, string Body) Answer(FakeRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            if (Override?.Invoke(request) is { } other) return other;
            var reply = request.Name switch
            {
                "checkStudent" => Check(request.Text("card_number")),
                "start" => Start(request),
                "end" => End(request),
                "charge" => Charge(request),
                "AmmeterControl" => Control(request.Text("ammeterGroup_number")),
                "money" => Money(),
                _ => """{"result":-1,"message":"?"}""",
            };
            Replies.Add(reply);
            return (200, reply);
        }
    }

    public string Overview()
    {
        lock (_lock)
        {
            var ended = Charges.Count(c => c.Ended);
            return $$"""{"sessions_completed":{{ended}},"bills":{{ended}},"bills_fen":{{ended * 17}},"sessions_open":{{_open.Count}},"samples":{{Charges.Sum(c => c.Points.Count)}},"more":"x"}""";
        }
    }

    public string ChargesOf(string group)
    {
        lock (_lock)
        {
            var items = Charges.Where(c => c.Group == group).Select(c =>
                $$"""{"id":{{c.Id}},"group":"{{c.Group}}","ammeter":"{{c.Ammeter}}","student_number":1,"status":"x","started_at":"t","ended_at":{{(c.Ended ? "\"t\"" : "null")}}}""");
            return $$"""{"items":[{{string.Join(',', items)}}],"total":{{Charges.Count(c => c.Group == group)}}}""";
        }
    }

    public string ChargeOf(int id)
    {
        lock (_lock) return Charges[id].Ended ? """{"id":0,"bill":{"amount_fen":532}}""" : """{"id":0,"bill":null}""";
    }

    public string CurveOf(int id)
    {
        lock (_lock) return $$"""{"points":[{{string.Join(',', Charges[id].Points.Values)}}]}""";
    }

    private static string Refuse(string message) => $$"""{"result":0,"message":"{{message}}"}""";

    private string? Ladder(string card) => !_cards.TryGetValue(card, out var student) ? Refusals.UnknownCard
        : !student.Registered ? Refusals.NotRegistered
        : student.Blocked ? Refusals.Blocked : null;

    private string Check(string card)
    {
        var refusal = Ladder(card);
        if (refusal == Refusals.UnknownCard) return $$"""{"student_number":null,"result":0,"message":"{{refusal}}"}""";
        var student = _cards[card];
        var name = student.Registered ? $"\"{student.Username}\"" : "null";
        var result = refusal is null ? "\"result\":1" : $"\"result\":0,\"message\":\"{refusal}\"";
        return $$"""{"student_number":{{student.StudentNumber}},"username":{{name}},{{result}}}""";
    }

    private string Start(FakeRequest request)
    {
        var (card, meter) = (request.Text("card_number"), request.Meter);
        if (Ladder(card) is { } refusal) return Refuse(refusal);
        if (!_meters.Contains(meter)) return Refuse(Refusals.UnknownAmmeter);
        if (_open.TryGetValue(meter, out var there)) return there.Card == card ? """{"result":1}""" : Refuse(Refusals.AmmeterBusy);
        if (Operator.GetValueOrDefault(meter) == '3') return Refuse(Refusals.AmmeterLocked);
        if (_open.Values.Any(c => c.Card == card)) return Refuse(Refusals.AlreadyCharging);
        var charge = new FakeCharge(Charges.Count, request.Text("ammeterGroup_number"), request.Text("ammeter_number"), card);
        Charges.Add(charge);
        _open[meter] = charge;
        return """{"result":1}""";
    }

    private string End(FakeRequest request)
    {
        var (card, meter) = (request.Text("card_number"), request.Meter);
        if (!_open.TryGetValue(meter, out var charge))
            return _last.TryGetValue(meter, out var last) && last.Charge.Card == card ? """{"result":1}""" : Refuse(Refusals.NoSession);
        if (charge.Card != card) return Refuse(Refusals.WrongCard);
        Finish(meter);
        return """{"result":1}""";
    }

    private void Finish(string meter)
    {
        if (!_open.Remove(meter, out var charge)) return;
        charge.Ended = true;
        _last[meter] = (charge, 1);
    }

    private string Charge(FakeRequest request)
    {
        if (!_open.TryGetValue(request.Meter, out var charge)) return Refuse(Refusals.NoSession);
        var body = request.Body;
        var point = $"[{Raw("time")},{Raw("current_value")},{Raw("voltage_value")},{Raw("energy_value")},{Raw("power_value")}]";
        charge.Points.TryAdd(decimal.Parse(Raw("time"), CultureInfo.InvariantCulture), point);
        return """{"result":1}""";

        string Raw(string name) => body.TryGetProperty(name, out JsonElement value) ? value.GetRawText() : "null";
    }

    private string Control(string group)
    {
        var values = campus.Ammeters.Where(a => a.Group == group).Select(a =>
        {
            var meter = a.Group + "/" + a.Number;
            var value = Operator.TryGetValue(meter, out var set) && (set == '3' || _open.ContainsKey(meter)) ? set : _open.ContainsKey(meter) ? '1' : '2';
            return $"\"{a.Number}\":\"{value}\"";
        });
        return campus.Stations.Any(s => s.Group == group) ? "{" + string.Join(',', values) + "}" : Refuse(Refusals.UnknownGroup);
    }

    private string Money() => string.Create(CultureInfo.InvariantCulture, $$"""{"money":{{++MoneyAsked / 100m}}}""");
}

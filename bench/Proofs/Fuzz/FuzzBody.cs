using System.Globalization;
using System.Text;
using Sems.Bench.Campus;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>A body as fields that can be pulled about; at first it is a good one.</summary>
internal sealed class FuzzBody
{
    private readonly List<(byte[] Name, byte[] Value)> _fields = [];
    private readonly Random _random;

    /// <summary>A good body of a call.</summary>
    public FuzzBody(FuzzCall call, Random random)
    {
        _random = random;
        var meter = FuzzCampus.AnyMeter(random);
        foreach (var field in call.Fields)
        {
            if (field is "voltage_value" or "power_value" && random.Next(2) == 0) continue;
            if (field == "time" && random.Next(8) == 0) continue;
            _fields.Add((Ascii($"\"{field}\""), Ascii(Good(field, meter))));
        }
    }

    /// <summary>Does one bad thing to it.</summary>
    /// <returns>What.</returns>
    public string Mutate()
    {
        var at = _fields.Count == 0 ? 0 : _random.Next(_fields.Count);
        if (_fields.Count == 0) _fields.Add((Ascii("\"card_number\""), JsonPieces.Value(_random)));
        switch (_random.Next(10))
        {
            case 0:
                _fields.RemoveAt(at);
                return "field missing";
            case 1:
                _fields.Insert(_random.Next(_fields.Count + 1), (_fields[at].Name, _random.Next(2) == 0 ? _fields[at].Value : JsonPieces.Value(_random)));
                return "field doubled";
            case 2:
                var other = _random.Next(_fields.Count);
                (_fields[at], _fields[other]) = (_fields[other], _fields[at]);
                return "reordered";
            case 3:
                _fields[at] = (JsonPieces.Name(_random), _fields[at].Value);
                return "other name";
            case 4:
                _fields.Insert(at, (JsonPieces.Name(_random), JsonPieces.Value(_random)));
                return "unknown field";
            case 5:
                var (open, close) = _random.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
                var deep = 1 + _random.Next(70);
                _fields[at] = (_fields[at].Name, [.. Ascii(Repeat(open, deep)), .. _fields[at].Value, .. Ascii(Repeat(close, deep))]);
                return "value nested";
            case 6:
                _fields[at] = (_fields[at].Name, [.. Ascii("\""), .. _fields[at].Value, .. Ascii("\"")]);
                return "value quoted";
            default:
                _fields[at] = (_fields[at].Name, JsonPieces.Value(_random));
                return "other value";
        }
    }

    /// <summary>As bytes, with or without space between.</summary>
    public byte[] Write()
    {
        var space = _random.Next(8) switch { 0 => " ", 1 => "\r\n\t", _ => "" };
        var bytes = new List<byte>(256);
        bytes.AddRange(Ascii("{"));
        for (var i = 0; i < _fields.Count; i++)
        {
            bytes.AddRange(Ascii(i > 0 ? "," + space : space));
            bytes.AddRange(_fields[i].Name);
            bytes.AddRange(Ascii(":" + space));
            bytes.AddRange(_fields[i].Value);
        }
        bytes.AddRange(Ascii(space + "}"));
        return [.. bytes];
    }

    private string Good(string field, int meter) => field switch
    {
        "card_number" => $"\"{CampusShape.Card(_random.Next(10) == 0 ? FuzzCampus.AnyMeter(_random) : meter)}\"",
        "ammeterGroup_number" => $"\"{CampusShape.Group(CampusShape.StationOf(meter))}\"",
        "ammeter_number" => $"\"{CampusShape.Ammeter(CampusShape.PlaceOf(meter))}\"",
        "current_value" => Text(_random.NextDouble() * 100),
        "energy_value" => Text(_random.Next(4) == 0 ? _random.NextDouble() * 1e9 : _random.Next(1000)),
        "voltage_value" => Text(_random.NextDouble() * 500),
        "power_value" => Text(_random.NextDouble() * 20_000),
        _ => Time(),
    };

    private string Time() => _random.Next(4) switch
    {
        0 => Text(_random.NextDouble() * 253_402_300_799),
        1 => Text(1_340_294_400 + _random.Next(100)),
        _ => Text(1_772_409_600 + _random.Next(100_000)),
    };

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}

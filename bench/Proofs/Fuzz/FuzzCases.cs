using System.Text;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>Generates requests: the same seed and number give the same one.</summary>
internal static class FuzzCases
{
    private static readonly string[] Methods = ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "FOO"];

    private static readonly string[] OddHeaders =
    [
        "Content-Encoding: gzip\r\n", "Content-Type: image/png\r\n", "Content-Type: ?!\r\n", "Content-Type: application/json; charset=gbk\r\n",
        "Content-Type: multipart/form-data; boundary=x\r\n", "Accept: text/html\r\n", "Accept-Encoding: gzip, br\r\n", "Expect: 100-continue\r\n",
        "X-Station-Key: a\r\nX-Station-Key: b\r\n", "X-HTTP-Method-Override: DELETE\r\n", "Cookie: a=b; a=c; ;=\r\n", "Authorization: Basic !!!\r\n",
        "Upgrade: h2c\r\nConnection: keep-alive\r\n", "Range: bytes=0-1\r\n", "If-None-Match: *\r\n", "X-Forwarded-For: 1.2.3.4, ::1\r\n",
    ];

    private static readonly byte[][] Tails = ["\0"u8.ToArray(), ","u8.ToArray(), "}"u8.ToArray(), "{}"u8.ToArray(), "//x"u8.ToArray(), " \r\n"u8.ToArray(), [0xEF, 0xBB, 0xBF], [0xFF]];

    /// <summary>One of them.</summary>
    public static FuzzCase Make(int seed, int number)
    {
        var mixed = (((ulong)(uint)seed << 32) | (uint)number) * 0x9E37_79B9_7F4A_7C15;
        var random = new Random((int)(mixed >> 33));
        var call = FuzzCall.Weighted[random.Next(FuzzCall.Weighted.Length)];
        var (kind, body) = Body(call, random);
        var made = new FuzzCase { Number = number, Call = call, Kind = kind, Body = body };
        return random.Next(100) switch
        {
            < 3 => made with { Method = Methods[random.Next(Methods.Length)] },
            < 8 => made with { Headers = OddHeaders[random.Next(OddHeaders.Length)] },
            < 13 => made with { Chunk = 1 + random.Next(body.Length < 1000 ? 20 : 20_000) },
            13 when body.Length > 0 => made with { Chunk = body.Length, BrokenChunks = true },
            _ => made,
        };
    }

    private static (string Kind, byte[] Body) Body(FuzzCall call, Random random)
    {
        var body = new FuzzBody(call, random);
        switch (random.Next(1000))
        {
            case < 150:
                return ("good", body.Write());
            case < 700:
                var what = body.Mutate();
                while (random.Next(3) == 0) what += ", " + body.Mutate();
                return (what, body.Write());
            case < 900:
                return ("bytes changed", Damage(body.Write(), random));
            case < 960:
                var noise = new byte[random.Next(200)];
                random.NextBytes(noise);
                return ("random bytes", noise);
            case < 970:
                return ("empty", []);
            case < 985:
                return Deep(random);
            case < 997:
                return Long(call, random);
            default:
                return ("over the limit", Padded(body.Write(), FuzzCase.MostBytes + 1 + random.Next(100_000)));
        }
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        var bytes = new List<byte>(good);
        for (var times = 1 + random.Next(3); times > 0; times--)
        {
            var at = bytes.Count == 0 ? 0 : random.Next(bytes.Count);
            switch (random.Next(9))
            {
                case 0 when bytes.Count > 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1 when bytes.Count > 0: bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.Next(10))); break;
                case 2: bytes.Insert(at, (byte)random.Next(256)); break;
                case 3 when bytes.Count > 0: bytes.RemoveRange(at, bytes.Count - at); break; // cut off
                case 4: bytes.InsertRange(0, Encoding.UTF8.Preamble.ToArray()); break;
                case 5: bytes.AddRange(Tails[random.Next(Tails.Length)]); break;
                case 6: bytes.InsertRange(Math.Max(0, bytes.Count - 1), ","u8.ToArray()); break; // a trailing comma
                case 7: bytes.InsertRange(Math.Min(1, bytes.Count), "/* a */"u8.ToArray()); break;
                default: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 30))); break; // a part twice
            }
        }
        return [.. bytes];
    }

    private static (string, byte[]) Deep(Random random)
    {
        var depth = random.Next(3) == 0 ? random.Next(60, 70) : 10_000;
        var (open, close) = random.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        var text = string.Concat(Enumerable.Repeat(open, depth)) + "0" + (random.Next(2) == 0 ? string.Concat(Enumerable.Repeat(close, depth)) : "");
        return ($"{depth} deep", Encoding.ASCII.GetBytes(random.Next(2) == 0 ? text : "{\"card_number\":" + text + "}"));
    }

    private static (string, byte[]) Long(FuzzCall call, Random random)
    {
        var field = Encoding.ASCII.GetBytes(call.Fields[random.Next(call.Fields.Length)]);
        var room = FuzzCase.MostBytes - 100;
        byte[] value = random.Next(5) switch
        {
            0 => JsonPieces.Quoted("a", room),
            1 => JsonPieces.Quoted("电", room / 3),
            2 => JsonPieces.Quoted("\\ud83d\\ude00", room / 12),
            3 => JsonPieces.Digits("", room),
            _ => JsonPieces.Digits("0.", room),
        };
        byte[] body = [.. "{\""u8, .. field, .. "\":"u8, .. value, .. "}"u8];
        return random.Next(2) == 0 ? ("long value", body) : ("padded to the limit", Padded(new FuzzBody(call, random).Write(), FuzzCase.MostBytes));
    }

    private static byte[] Padded(byte[] body, int length)
    {
        var padded = new byte[length];
        padded.AsSpan().Fill((byte)' ');
        body.CopyTo(padded, 0);
        return padded;
    }
}

using System.Text;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>Pieces of JSON, right and wrong, that take the place of a field's value or name.</summary>
internal static class JsonPieces
{
    private static readonly byte[][] Values =
    [
        .. new[]
        {
            "null", "true", "false", "\"\"", "[]", "{}", "[1]", "{\"a\":1}", "[[[[]]]]", "{\"card_number\":\"c002801\"}",
            "0", "-0", "-0.0", "-1", "1", "1e9", "1000000000.0000001", "1e309", "-1e309", "1e-400", "4.9e-324", "1.7976931348623157e308", "1E+2", "1e99999",
            "00", "01", "+1", ".5", "1.", "1e", "1e+", "--1", "0x10", "1_000", "1,5", "NaN", "Infinity", "-Infinity", "nan", "undefined", "None", "'a'",
            "9223372036854775807", "9223372036854775808", "253402300799", "253402300800", "-62135596801", "100.00000000000001", "1772409600", "1340294400",
            "\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "\"1e3\"", "\" 1\"", "\"1 \"", "\"1,5\"", "\"0x10\"", "\"1e309\"", "\"-1\"", "\"12\"", "\"+5\"", "\"(5)\"", "\"٣\"", "\"１２\"",
            "\"\\ud800\"", "\"\\udc00\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"a\\ud800b\"", "\"\\u0000\"", "\"\\u001f\"", "\"\\u007f\"", "\"\\u2028\"", "\"\\ufeff\"", "\"\\uFFFF\"",
            "\"\\/\"", "\"\\x\"", "\"\\u12\"", "\"\\\"", "\"a\tb\"", "\"a\nb\"", "\"𠮷🚲\"", "\"e\\u0301\"", "\"%s%n%d\"", "\"{0}\"", "\"<script>\"",
            "\"'; DROP TABLE charges;--\"", "\"../../etc/passwd\"", "\"0071/000000000000\"", "\"/\"", "\"//\"", "\"a/b/c\"", "\"0071\"", "71", "\"0001 \"", "\"\\u0030071\"",
        }.Select(Encoding.UTF8.GetBytes),
        Quoted("a", 45), Quoted("a", 46), Quoted("电", 45), Quoted("电", 46), Quoted("𠮷", 45), Quoted("𠮷", 46), Quoted("e\u0301", 23), Quoted("0", 45), Quoted("9", 46),
        Digits("", 45), Digits("", 400), Digits("0.", 400), Digits("-", 400), Digits("1e", 20), Digits("", 5000), Digits("0.0", 5000),
        [(byte)'"', 0xFF, (byte)'"'], [(byte)'"', 0xC0, 0xAF, (byte)'"'], [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'], [(byte)'"', 0xE5, 0x8D, (byte)'"'],
        [(byte)'"', 0xF5, 0x80, 0x80, 0x80, (byte)'"'], [(byte)'"', 0x00, (byte)'"'], [0xFF], [0x80], [0x00],
    ];

    private static readonly byte[][] Names =
    [
        .. new[]
        {
            "\"\"", "\"Card_Number\"", "\"card_number \"", "\"card\\u005fnumber\"", "\"\\ud800\"", "\"\\u0000\"", "\"a\\ud800\"", "card_number", "'card_number'", "1", "null",
            "\"time\"", "\"energy_value\"", "\"ammeterGroup_number\"", "\"ammeter_number\"", "\"卡号\"", "\"__proto__\"", "\"$type\"", "\"$ref\"",
        }.Select(Encoding.UTF8.GetBytes),
        Quoted("n", 10_000), [(byte)'"', 0xFF, (byte)'"'], [(byte)'"', (byte)'t', 0xED, 0xB0, 0x80, (byte)'"'],
    ];

    /// <summary>What may stand where a value should.</summary>
    public static byte[] Value(Random random) => random.Next(12) == 0 ? Number(random) : Values[random.Next(Values.Length)];

    /// <summary>What may stand where a name should.</summary>
    public static byte[] Name(Random random) => Names[random.Next(Names.Length)];

    /// <summary>A text of so many times the same.</summary>
    public static byte[] Quoted(string part, int times) => Encoding.UTF8.GetBytes('"' + string.Concat(Enumerable.Repeat(part, times)) + '"');

    /// <summary>A number of many digits.</summary>
    public static byte[] Digits(string before, int digits) => Encoding.ASCII.GetBytes(before + new string('7', digits));

    private static byte[] Number(Random random)
    {
        var number = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        return Encoding.ASCII.GetBytes(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
    }
}

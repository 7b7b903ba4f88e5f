namespace Sems.Grains.Wechat;

/// <summary>An EncodingAESKey: 32 bytes in base64, without the sign that fills it up.</summary>
public static class EncodingAesKey
{
    /// <summary>How many letters and digits it has.</summary>
    public const int Length = 43;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>Whether it is one.</summary>
    public static bool IsValid(string key) => key.Length == Length && key.All(char.IsAsciiLetterOrDigit);

    /// <summary>The key itself, 32 bytes. The last letter bears two bits more than there are, which WeChat makes up at random and base64 wants to be 0.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static byte[] Decode(string key)
    {
        if (!IsValid(key)) throw new FormatException($"an EncodingAESKey has {Length} letters and digits");
        return Convert.FromBase64String(key[..^1] + Alphabet[Alphabet.IndexOf(key[^1], StringComparison.Ordinal) & ~3] + "=");
    }
}

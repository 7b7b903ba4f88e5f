using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Sems.Grains.Groups;

/// <summary>A station's key is kept as a hash only. It is a long random text, so a plain hash is enough.</summary>
public static class StationKey
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashBytes = SHA256.HashSizeInBytes;

    private const int RandomBytes = 24;
    private const int OnStack = 512;

    /// <summary>A key nobody has: 192 random bits, 32 letters, digits, - and _.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>SHA-256, hexadecimal.</summary>
    public static string Hash(string key)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        Hash(key, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>SHA-256.</summary>
    /// <param name="hash"><see cref="HashBytes"/> bytes to be written.</param>
    public static void Hash(string key, Span<byte> hash)
    {
        var most = Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(key, bytes)], hash);
    }
}

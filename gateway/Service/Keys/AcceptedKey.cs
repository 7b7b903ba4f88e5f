using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Sems.Grains.Groups;

namespace Sems.Gateway.Service.Keys;

/// <summary>A key that is good, as a hash.</summary>
/// <param name="Hash">The hash.</param>
/// <param name="Until">Its end; null for a station's present key.</param>
public sealed record AcceptedKey(byte[] Hash, DateTimeOffset? Until)
{
    /// <summary>The hash's first 64 bits: what it is looked up by.</summary>
    public ulong Head => HeadOf(Hash);

    /// <summary>Of a hash as the registry keeps it; null for a text that is no hash, which no key fits.</summary>
    public static AcceptedKey? Of(string hash, DateTimeOffset? until)
    {
        var bytes = new byte[StationKey.HashBytes];
        return Convert.FromHexString(hash, bytes, out _, out var written) == OperationStatus.Done && written == bytes.Length
            ? new AcceptedKey(bytes, until)
            : null;
    }

    /// <summary>The first 64 bits of a hash.</summary>
    public static ulong HeadOf(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt64BigEndian(hash);

    /// <summary>Whether a key with this hash is good now; takes as long whatever the hash.</summary>
    public bool Fits(ReadOnlySpan<byte> hash, TimeProvider time) =>
        CryptographicOperations.FixedTimeEquals(Hash, hash) && (Until is not { } end || time.GetUtcNow() < end);
}

using System.Security.Cryptography;
using System.Text;

namespace Sems.Silo;

/// <summary>A station's key is kept as a hash only. It is a long random text, so a plain hash is enough.</summary>
public static class StationKey
{
    /// <summary>SHA-256, hexadecimal.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

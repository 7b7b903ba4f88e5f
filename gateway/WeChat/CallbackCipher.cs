using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Sems.Grains.Wechat;

namespace Sems.Gateway.WeChat;

/// <summary>
/// WeChat's encryption of messages (消息加解密说明): AES-256 in CBC mode, the vector being the first half of the key, over 16 random bytes, the message's
/// length in four bytes, big-endian, the message, and the AppId; filled up to whole 32 bytes as PKCS #7 says.
/// </summary>
internal sealed class CallbackCipher : IDisposable
{
    private const int Block = 32;
    private const int Head = 16 + sizeof(int);
    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _vector;
    private readonly byte[] _appId;

    /// <exception cref="FormatException">The key is none.</exception>
    public CallbackCipher(string key, string appId)
    {
        _aes.Key = EncodingAesKey.Decode(key);
        (_vector, _appId) = (_aes.Key[..16], Encoding.UTF8.GetBytes(appId));
    }

    /// <summary>The cipher text of a message, base64.</summary>
    /// <param name="message">The message.</param>
    /// <param name="random">16 bytes; new ones without it.</param>
    public string Encrypt(string message, byte[]? random = null)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var length = Head + text.Length + _appId.Length;
        var fill = Block - (length % Block);
        var plain = new byte[length + fill];
        (random ?? RandomNumberGenerator.GetBytes(16)).CopyTo(plain, 0);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), text.Length);
        text.CopyTo(plain, Head);
        _appId.CopyTo(plain, Head + text.Length);
        plain.AsSpan(length).Fill((byte)fill);
        return Convert.ToBase64String(_aes.EncryptCbc(plain, _vector, PaddingMode.None));
    }

    /// <summary>The message of a cipher text; null when it is not one of WeChat's for this account.</summary>
    public string? Decrypt(string encrypted)
    {
        var cipher = new byte[(encrypted.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var length) || length == 0 || length % 16 != 0) return null;
        var plain = _aes.DecryptCbc(cipher.AsSpan(0, length), _vector, PaddingMode.None);
        var fill = plain[^1];
        if (fill is 0 or > Block || plain.Length < Head + fill) return null;
        var rest = plain.AsSpan(Head, plain.Length - Head - fill);
        var size = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16));
        if (size < 0 || size > rest.Length || !rest[size..].SequenceEqual(_appId)) return null;
        return Encoding.UTF8.GetString(rest[..size]);
    }

    /// <inheritdoc />
    public void Dispose() => _aes.Dispose();
}

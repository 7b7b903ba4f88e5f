using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sems.Simulator.WeChat.Callback;

/// <summary>
/// Encrypts messages as WeChat does: AES-256-CBC, the key's first half as the vector; before the message 16 random bytes and its length
/// in four, after it the app id; filled up to a multiple of 32 by as many bytes as are missing, each of that number.
/// </summary>
public sealed class MessageCipher
{
    private const int Block = 32;
    private const int Head = 16;

    private readonly string _appId;
    private readonly byte[] _key;

    /// <summary>Takes a key.</summary>
    /// <param name="encodingAesKey">43 characters: 32 bytes in base 64 without the last sign.</param>
    /// <param name="appId">Whose messages.</param>
    /// <exception cref="FormatException">It is no such key.</exception>
    public MessageCipher(string encodingAesKey, string appId)
    {
        if (encodingAesKey.Length != 43) throw new FormatException("an EncodingAESKey has 43 characters");
        (_appId, _key) = (appId, Convert.FromBase64String(encodingAesKey + "="));
    }

    /// <summary>Encrypts a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="head">What stands first: 16 bytes; random where not given.</param>
    public string Encrypt(string message, byte[]? head = null)
    {
        var (text, owner) = (Encoding.UTF8.GetBytes(message), Encoding.UTF8.GetBytes(_appId));
        var size = Head + sizeof(int) + text.Length + owner.Length;
        var fill = Block - (size % Block);
        var plain = new byte[size + fill];
        (head ?? RandomNumberGenerator.GetBytes(Head)).CopyTo(plain, 0);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(Head), text.Length);
        text.CopyTo(plain, Head + sizeof(int));
        owner.CopyTo(plain, Head + sizeof(int) + text.Length);
        plain.AsSpan(size).Fill((byte)fill);
        using var aes = Cipher();
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, Head), PaddingMode.None));
    }

    /// <summary>Decrypts a message.</summary>
    /// <exception cref="FormatException">It is not one of WeChat's for this account.</exception>
    public string Decrypt(string encrypted)
    {
        try
        {
            using var aes = Cipher();
            var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), _key.AsSpan(0, Head), PaddingMode.None).AsSpan();
            var fill = plain[^1];
            if (fill is 0 or > Block || plain.Length < Head + sizeof(int) + fill) throw new FormatException("the end of the message is not filled as it should be");
            var length = BinaryPrimitives.ReadInt32BigEndian(plain[Head..]);
            var rest = plain[(Head + sizeof(int))..^fill];
            if (length < 0 || length > rest.Length) throw new FormatException("the message is not as long as it says");
            if (Encoding.UTF8.GetString(rest[length..]) != _appId) throw new FormatException("the message is another account's");
            return Encoding.UTF8.GetString(rest[..length]);
        }
        catch (CryptographicException e)
        {
            throw new FormatException("the message cannot be decrypted", e);
        }
    }

    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }
}

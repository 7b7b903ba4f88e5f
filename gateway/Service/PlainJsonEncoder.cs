using System.Text;
using System.Text.Encodings.Web;

namespace Sems.Gateway.Service;

/// <summary>
/// Escapes what JSON must have escaped and nothing else. The framework's relaxed encoder still escapes every character beyond
/// 16 bits, rare Chinese characters of names among them.
/// </summary>
internal sealed class PlainJsonEncoder : JavaScriptEncoder
{
    /// <summary>The one instance.</summary>
    public static readonly PlainJsonEncoder Instance = new();

    private PlainJsonEncoder()
    {
    }

    /// <inheritdoc />
    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc />
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    /// <inheritdoc />
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        while (Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done && !WillEncode(rune.Value)) rest = rest[length..];
        return rest.IsEmpty ? -1 : textLength - rest.Length;
    }

    /// <inheritdoc />
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}

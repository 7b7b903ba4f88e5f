using System.Text;

namespace Sems.Bench.Load;

/// <summary>What a reply must be, byte for byte; <c>#</c> stands for any one digit.</summary>
public sealed class ReplyPattern
{
    private readonly byte[] _pattern;
    private readonly bool _exact;

    /// <summary>A pattern.</summary>
    public ReplyPattern(string pattern)
    {
        _pattern = Encoding.UTF8.GetBytes(pattern);
        _exact = !pattern.Contains('#', StringComparison.Ordinal);
    }

    /// <summary>Whether a body is that.</summary>
    public bool Matches(ReadOnlySpan<byte> body)
    {
        if (_exact) return body.SequenceEqual(_pattern);
        if (body.Length != _pattern.Length) return false;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != _pattern[i] && !(_pattern[i] == (byte)'#' && char.IsAsciiDigit((char)body[i]))) return false;
        }
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Encoding.UTF8.GetString(_pattern);
}

using System.Text;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>What came back.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Content-Type, or "".</param>
/// <param name="Closes">Whether it says that the connection is closed after it.</param>
/// <param name="Body">The body; what was cut off when the connection ended without a reply is empty.</param>
internal sealed record FuzzReply(int Status, string ContentType, bool Closes, byte[] Body)
{
    /// <summary>The server closed the connection while it was being written to.</summary>
    public static readonly FuzzReply Cut = new(0, "", Closes: true, []);

    /// <inheritdoc />
    public override string ToString() => Status == 0 ? "no reply, connection closed" : $"{Status} {ContentType} {Encoding.UTF8.GetString(Body)}";
}

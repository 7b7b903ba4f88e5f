using System.Text;

namespace Sems.GrainInterfaces;

/// <summary>A station's new key. It is nowhere else to be had: SEMS keeps its hash.</summary>
/// <param name="Refusal">Why there is none, or none.</param>
/// <param name="Key">The key.</param>
/// <param name="FormerUntil">Until then the key before is good as well; null when it is not.</param>
[GenerateSerializer, Immutable, Alias("sems.StationKeyAnswer")]
public sealed record StationKeyAnswer(
    [property: Id(0)] Refusal Refusal, [property: Id(1)] string? Key, [property: Id(2)] DateTimeOffset? FormerUntil)
{
    /// <summary>Without the key: what is printed ends up in logs.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"{nameof(Refusal)} = {Refusal}, {nameof(FormerUntil)} = {FormerUntil}");
        return true;
    }
}

namespace Sems.Storage.Curves;

/// <summary>The durable tail of a charge at a moment.</summary>
/// <param name="Chunk">The number the tail gets when sealed: a chunk of this number holds these samples already.</param>
/// <param name="Samples">In order of arrival.</param>
internal sealed record TailSnapshot(int Chunk, List<Sample> Samples)
{
    /// <summary>No open charge: every chunk counts.</summary>
    public static readonly TailSnapshot None = new(int.MaxValue, []);
}

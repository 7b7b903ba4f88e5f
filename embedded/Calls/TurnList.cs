namespace Sems.Embedded;

/// <summary>The turns in progress, linked through themselves: mostly one, a few when turns interleave.</summary>
/// <remarks>A mutable struct: keep it in a field, guarded by the activation's lock.</remarks>
internal struct TurnList
{
    public GrainCall? Newest { get; private set; }

    public readonly bool IsEmpty => Newest is null;

    public void Add(GrainCall turn)
    {
        turn.OlderTurn = Newest;
        Newest = turn;
    }

    public void Remove(GrainCall turn)
    {
        if (Newest == turn) Newest = turn.OlderTurn;
        else
        {
            var newer = Newest!;
            while (newer.OlderTurn != turn) newer = newer.OlderTurn!;
            newer.OlderTurn = turn.OlderTurn;
        }

        turn.OlderTurn = null;
    }
}

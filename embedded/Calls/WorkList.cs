namespace Sems.Embedded;

/// <summary>A queue linked through its items, so that an empty one costs nothing. An item is in one list at a time.</summary>
/// <remarks>A mutable struct: keep it in a field, guarded by the activation's lock.</remarks>
internal struct WorkList
{
    private WorkItem? _tail;

    public WorkItem? Head { get; private set; }

    public readonly bool IsEmpty => Head is null;

    public void Add(WorkItem item)
    {
        item.Next = null;
        if (_tail is null) Head = item;
        else _tail.Next = item;
        _tail = item;
    }

    public void AddFirst(WorkItem item)
    {
        item.Next = Head;
        Head = item;
        _tail ??= item;
    }

    public WorkItem? Take()
    {
        var item = Head;
        if (item is not null) RemoveAfter(null, item);
        return item;
    }

    /// <summary>Removes an item whose predecessor is known (null for the first).</summary>
    public void RemoveAfter(WorkItem? previous, WorkItem item)
    {
        if (previous is null) Head = item.Next;
        else previous.Next = item.Next;
        if (_tail == item) _tail = previous;
        item.Next = null;
    }

    public bool Remove(WorkItem item)
    {
        WorkItem? previous = null;
        for (var next = Head; next is not null; previous = next, next = next.Next)
        {
            if (next != item) continue;
            RemoveAfter(previous, item);
            return true;
        }

        return false;
    }
}

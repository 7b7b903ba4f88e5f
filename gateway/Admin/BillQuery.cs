using Sems.Storage.Ledger;

namespace Sems.Gateway.Admin;

/// <summary>What lists of bills are asked for in an address.</summary>
public sealed class BillQuery
{
    public string? Student { get; init; }

    public string? Group { get; init; }

    public string? Status { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public long? MinFen { get; init; }

    public long? MaxFen { get; init; }

    public string? Sort { get; init; }

    /// <summary>The filter it stands for, or what is wrong with it.</summary>
    internal string? Read(out BillFilter filter)
    {
        filter = new BillFilter();
        if (!PageText.TryWord<BillStatus>(Status, out var status)) return $"status 必须是 {PageText.Words<BillStatus>()}";
        if (!TimeText.TryRead(From, out var since)) return TimeText.Words("from");
        if (!TimeText.TryRead(To, out var until)) return TimeText.Words("to");
        if (!SortText.TryRead<BillSort>(Sort, out var sort, out var descending)) return SortText.Words<BillSort>();
        filter = new BillFilter(PageText.NullIfEmpty(Student), PageText.NullIfEmpty(Group), status, since, until, MinFen, MaxFen, sort, descending);
        return null;
    }
}

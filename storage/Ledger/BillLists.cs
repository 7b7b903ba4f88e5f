using Sems.Storage.Ledger.Lists;

namespace Sems.Storage.Ledger;

/// <summary>Lists of bills.</summary>
internal static class BillLists
{
    /// <summary>Reads them.</summary>
    public static readonly ListReader<BillEntry> Reader = new(
        dialect => BillQueries.Columns + $" FROM {{0}} {dialect.Join} bills b ON b.charge_id = p.charge_id {dialect.Join} charges c ON c.charge_id = b.charge_id",
        "b", BillQueries.Read);

    /// <summary>The list a filter asks for.</summary>
    public static ListRequest Of(BillFilter filter) => new()
    {
        Table = "bills",
        Terms = ListTerm.Of(
            ("student_number", "=", filter.StudentNumber), ("group_number", "=", filter.Group), ("status", "=", (long?)filter.Status),
            ("created_at_ms", ">=", filter.From?.ToUnixTimeMilliseconds()), ("created_at_ms", "<", filter.To?.ToUnixTimeMilliseconds()),
            ("fen", ">=", filter.MinFen), ("fen", "<=", filter.MaxFen)),
        Sum = "t.fen",
        Sort = Column(filter.Sort),
        Descending = filter.Descending,
        Ways = Ways(filter),
    };

    /// <summary>Where a bill stands in such a list.</summary>
    public static ListPlace Place(BillSort sort, BillEntry bill) =>
        new(sort == BillSort.Fen ? bill.Bill.Fen : bill.Bill.CreatedAt.ToUnixTimeMilliseconds(), bill.Bill.ChargeId);

    private static IReadOnlyList<ListWay> Ways(BillFilter filter)
    {
        const string created = "created_at_ms";
        if (filter.StudentNumber is not null) return [new("bills_by_student", created, "student_number", created)];
        if (filter.Group is not null) return [new("bills_by_group", created, "group_number", created)];
        var time = filter.Status is null ? new ListWay("bills_by_time", created, created) : new ListWay("bills_by_status", created, "status", created);
        var fen = new ListWay("bills_by_fen", "fen", "fen");
        return filter.Sort == BillSort.Fen ? [fen, time] : [time, fen];
    }

    private static string Column(BillSort sort) => sort switch
    {
        BillSort.CreatedAt => "created_at_ms",
        BillSort.Fen => "fen",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "nothing to sort by"),
    };
}

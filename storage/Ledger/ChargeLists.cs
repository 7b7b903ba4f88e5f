using Sems.Storage.Ledger.Lists;

namespace Sems.Storage.Ledger;

/// <summary>Lists of charges.</summary>
internal static class ChargeLists
{
    /// <summary>Reads them.</summary>
    public static readonly ListReader<ChargeRecord> Reader = new(
        dialect => LedgerQueries.Columns + $"FROM {{0}} {dialect.Join} charges c ON c.charge_id = p.charge_id LEFT JOIN bills b ON b.charge_id = c.charge_id",
        "c", LedgerQueries.ReadCharge);

    /// <summary>The list a filter asks for. Charges that are still starting are not listed.</summary>
    public static ListRequest Of(ChargeFilter filter)
    {
        var sort = Column(filter.Sort);
        return new ListRequest
        {
            Table = "charges",
            Always = Statuses(filter.Statuses),
            Terms = ListTerm.Of(
                ("student_number", "=", filter.StudentNumber), ("group_number", "=", filter.Group), ("ammeter_number", "=", filter.Ammeter),
                ("started_at_ms", ">=", filter.From?.ToUnixTimeMilliseconds()), ("started_at_ms", "<", filter.To?.ToUnixTimeMilliseconds()),
                ("fen", ">=", filter.MinFen), ("fen", "<=", filter.MaxFen)),
            Sort = sort,
            Descending = filter.Descending,
            Nullable = filter.Sort != ChargeSort.StartedAt,
            Ways = Ways(filter),
        };
    }

    /// <summary>Where a charge stands in such a list.</summary>
    public static ListPlace Place(ChargeSort sort, ChargeRecord charge) => new(sort switch
    {
        ChargeSort.StartedAt => charge.StartedAt.ToUnixTimeMilliseconds(),
        ChargeSort.EndedAt => charge.EndedAt?.ToUnixTimeMilliseconds(),
        ChargeSort.Fen => charge.Bill?.Fen,
        _ => charge.EnergyWh,
    }, charge.ChargeId);

    private static IReadOnlyList<ListWay> Ways(ChargeFilter filter)
    {
        const string start = "started_at_ms";
        if (filter.StudentNumber is not null) return [new("charges_by_student", start, "student_number", start)];
        if (filter.Ammeter is not null) return [new("charges_by_ammeter", filter.Group is null ? "ammeter_number" : start, "ammeter_number", "group_number", start)];
        if (filter.Statuses is { } statuses && !statuses.Contains(ChargeStatus.Ended)) return [new("charges_open", start, start)];
        if (filter.Group is not null) return [new("charges_by_group", start, "group_number", start)];
        ListWay[] ways = [new("charges_by_start", start, start), new("charges_by_fen", "fen", "fen"), new("charges_by_end", "ended_at_ms"), new("charges_by_energy", "energy_wh")];
        var sort = Column(filter.Sort);
        return [.. ways.OrderByDescending(w => w.Order == sort)];
    }

    /// <summary>
    /// Statuses are written out, not bound, and "status &lt; 4" is said as it stands in the partial index of open charges: only then may
    /// SQLite use it.
    /// </summary>
    private static string Statuses(IReadOnlyList<ChargeStatus>? wanted)
    {
        if (wanted is null) return "t.status > 0";
        var statuses = wanted.Distinct().Order().ToList();
        var open = statuses.Contains(ChargeStatus.Ended) ? "" : " AND t.status < 4";
        return statuses.Count == 0 ? "1 = 0" + open : $"t.status > 0{open} AND t.status IN ({string.Join(',', statuses.Select(s => (int)s))})";
    }

    private static string Column(ChargeSort sort) => sort switch
    {
        ChargeSort.StartedAt => "started_at_ms",
        ChargeSort.EndedAt => "ended_at_ms",
        ChargeSort.Fen => "fen",
        ChargeSort.EnergyKwh => "energy_wh",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "nothing to sort by"),
    };
}

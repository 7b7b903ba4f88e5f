using Sems.Storage.Ledger;

namespace Sems.Gateway.Admin;

/// <summary>What lists of charges are asked for in an address; the times are of the start.</summary>
public sealed class ChargeQuery
{
    public string? Student { get; init; }

    public string? Group { get; init; }

    public string? Ammeter { get; init; }

    public string? Status { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public long? MinFen { get; init; }

    public long? MaxFen { get; init; }

    public string? Sort { get; init; }

    /// <summary>The filter it stands for, or what is wrong with it.</summary>
    internal string? Read(out ChargeFilter filter)
    {
        filter = new ChargeFilter();
        if (!TryStatuses(Status, out var statuses)) return "status 必须是 open、charging、low、paused 或 ended";
        if (!TimeText.TryRead(From, out var since)) return TimeText.Words("from");
        if (!TimeText.TryRead(To, out var until)) return TimeText.Words("to");
        if (!SortText.TryRead<ChargeSort>(Sort, out var sort, out var descending)) return SortText.Words<ChargeSort>();
        filter = new ChargeFilter(
            PageText.NullIfEmpty(Group), PageText.NullIfEmpty(Ammeter), PageText.NullIfEmpty(Student), statuses, since, until, MinFen, MaxFen, sort, descending);
        return null;
    }

    private static bool TryStatuses(string? word, out IReadOnlyList<ChargeStatus>? statuses)
    {
        statuses = word switch
        {
            "open" => [ChargeStatus.Charging, ChargeStatus.Low, ChargeStatus.Paused],
            "charging" => [ChargeStatus.Charging],
            "low" or "full" => [ChargeStatus.Low],
            "paused" => [ChargeStatus.Paused],
            "ended" => [ChargeStatus.Ended],
            _ => null,
        };
        return statuses is not null || string.IsNullOrEmpty(word);
    }
}

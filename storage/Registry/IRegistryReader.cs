using Sems.Storage.Ledger;

namespace Sems.Storage.Registry;

/// <summary>
/// Who and what a campus has, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.
/// </summary>
public interface IRegistryReader
{
    /// <summary>The student, or null.</summary>
    Task<StudentRecord?> FindStudentAsync(string studentNumber, CancellationToken cancel = default);

    /// <summary>Those of these students that there are, by number.</summary>
    Task<IReadOnlyDictionary<string, StudentRecord>> FindStudentsAsync(IReadOnlyCollection<string> studentNumbers, CancellationToken cancel = default);

    /// <summary>Whose these cards are, for those that are anybody's.</summary>
    Task<IReadOnlyDictionary<string, string>> FindCardOwnersAsync(IReadOnlyCollection<string> cardNumbers, CancellationToken cancel = default);

    /// <summary>Whose these user names are, for those that are anybody's.</summary>
    Task<IReadOnlyDictionary<string, string>> FindUserNameOwnersAsync(IReadOnlyCollection<string> userNames, CancellationToken cancel = default);

    /// <summary>The student number a user name belongs to, or null.</summary>
    Task<string?> FindUserNameOwnerAsync(string userName, CancellationToken cancel = default);

    /// <summary>The student number a WeChat openid is bound to, or null.</summary>
    Task<string?> FindWechatOwnerAsync(string openid, CancellationToken cancel = default);

    /// <summary>The student number a card belongs to, or null.</summary>
    Task<string?> FindCardOwnerAsync(string cardNumber, CancellationToken cancel = default);

    /// <summary>The student as in a list, or null.</summary>
    Task<StudentEntry?> FindStudentEntryAsync(string studentNumber, CancellationToken cancel = default);

    /// <summary>A page of students. Pages count from 1.</summary>
    Task<Page<StudentEntry>> ReadStudentsAsync(StudentFilter filter, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>The station, retired or not, or null.</summary>
    Task<AmmeterGroupRecord?> FindGroupAsync(string group, CancellationToken cancel = default);

    /// <summary>The meter, or null; also null when its station is retired.</summary>
    Task<AmmeterRecord?> FindAmmeterAsync(string group, string ammeter, CancellationToken cancel = default);

    /// <summary>Every station in service, by number.</summary>
    Task<IReadOnlyList<AmmeterGroupRecord>> GroupsAsync(CancellationToken cancel = default);

    /// <summary>Every station that is retired, by number.</summary>
    Task<IReadOnlyList<AmmeterGroupRecord>> FindRetiredGroupsAsync(CancellationToken cancel = default);

    /// <summary>How many meters each station has that has any, retired ones too.</summary>
    Task<IReadOnlyDictionary<string, int>> ReadAmmeterCountsAsync(CancellationToken cancel = default);

    /// <summary>The keys of every station in service, by station.</summary>
    Task<IReadOnlyList<StationKeys>> StationKeysAsync(CancellationToken cancel = default);

    /// <summary>The meters of a station, by number.</summary>
    Task<IReadOnlyList<AmmeterRecord>> AmmetersAsync(string group, CancellationToken cancel = default);

    /// <summary>How many students, cards, stations and meters there are; those retired do not count.</summary>
    Task<RegistryCounts> CountsAsync(CancellationToken cancel = default);
}

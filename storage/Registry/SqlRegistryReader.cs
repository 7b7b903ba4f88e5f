using Sems.Storage.Ledger;
using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>The registry, to be read.</summary>
internal class SqlRegistryReader(ISqlStore store) : IRegistryReader
{
    public Task<StudentRecord?> FindStudentAsync(string studentNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.StudentAsync(session, studentNumber), cancel);

    public Task<string?> FindUserNameOwnerAsync(string userName, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.UserNameOwnerAsync(session, userName), cancel);

    public Task<string?> FindWechatOwnerAsync(string openid, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.WechatOwnerAsync(session, openid), cancel);

    public Task<string?> FindCardOwnerAsync(string cardNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.CardOwnerAsync(session, cardNumber), cancel);

    public async Task<IReadOnlyDictionary<string, StudentRecord>> FindStudentsAsync(IReadOnlyCollection<string> studentNumbers, CancellationToken cancel = default) =>
        (await store.SnapshotAsync(session => RegistryQueries.StudentsAsync(session, studentNumbers), cancel).ConfigureAwait(false)).ToDictionary(s => s.StudentNumber);

    public async Task<IReadOnlyDictionary<string, string>> FindCardOwnersAsync(IReadOnlyCollection<string> cardNumbers, CancellationToken cancel = default) =>
        (await store.SnapshotAsync(session => RegistryQueries.CardOwnersAsync(session, cardNumbers), cancel).ConfigureAwait(false)).ToDictionary(o => o.Key, o => o.Owner);

    public async Task<IReadOnlyDictionary<string, string>> FindUserNameOwnersAsync(IReadOnlyCollection<string> userNames, CancellationToken cancel = default) =>
        (await store.SnapshotAsync(session => RegistryQueries.UserNameOwnersAsync(session, userNames), cancel).ConfigureAwait(false)).ToDictionary(o => o.Key, o => o.Owner);

    public Task<StudentEntry?> FindStudentEntryAsync(string studentNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => StudentQueries.FindAsync(session, studentNumber), cancel);

    public Task<Page<StudentEntry>> ReadStudentsAsync(StudentFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return store.SnapshotAsync(session => StudentQueries.PageAsync(session, filter, page, pageSize), cancel);
    }

    public Task<AmmeterGroupRecord?> FindGroupAsync(string group, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.GroupAsync(session, group), cancel);

    public Task<AmmeterRecord?> FindAmmeterAsync(string group, string ammeter, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.AmmeterAsync(session, group, ammeter), cancel);

    public async Task<IReadOnlyList<AmmeterGroupRecord>> GroupsAsync(CancellationToken cancel = default) =>
        await store.ReadAsync(RegistryQueries.GroupsAsync, cancel).ConfigureAwait(false);

    public async Task<IReadOnlyList<AmmeterGroupRecord>> FindRetiredGroupsAsync(CancellationToken cancel = default) =>
        await store.ReadAsync(RegistryQueries.RetiredGroupsAsync, cancel).ConfigureAwait(false);

    public async Task<IReadOnlyDictionary<string, int>> ReadAmmeterCountsAsync(CancellationToken cancel = default) =>
        (await store.ReadAsync(RegistryQueries.AmmeterCountsAsync, cancel).ConfigureAwait(false)).ToDictionary(c => c.Group, c => c.Count);

    public Task<IReadOnlyList<StationKeys>> StationKeysAsync(CancellationToken cancel = default) => store.ReadAsync(StationKeyRows.ReadAsync, cancel);

    public async Task<IReadOnlyList<AmmeterRecord>> AmmetersAsync(string group, CancellationToken cancel = default) =>
        await store.ReadAsync(session => RegistryQueries.AmmetersAsync(session, group), cancel).ConfigureAwait(false);

    public Task<RegistryCounts> CountsAsync(CancellationToken cancel = default) => store.ReadAsync(RegistryQueries.CountsAsync, cancel);
}

using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>The registry, to be read.</summary>
internal class SqlRegistryReader(ISqlStore store) : IRegistryReader
{
    public Task<StudentRecord?> FindStudentAsync(string studentNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.StudentAsync(session, studentNumber), cancel);

    public Task<string?> FindUserNameOwnerAsync(string userName, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.UserNameOwnerAsync(session, userName), cancel);

    public Task<string?> FindCardOwnerAsync(string cardNumber, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.CardOwnerAsync(session, cardNumber), cancel);

    public Task<AmmeterGroupRecord?> FindGroupAsync(string group, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.GroupAsync(session, group), cancel);

    public Task<AmmeterRecord?> FindAmmeterAsync(string group, string ammeter, CancellationToken cancel = default) =>
        store.ReadAsync(session => RegistryQueries.AmmeterAsync(session, group, ammeter), cancel);

    public async Task<IReadOnlyList<AmmeterGroupRecord>> GroupsAsync(CancellationToken cancel = default) =>
        await store.ReadAsync(RegistryQueries.GroupsAsync, cancel).ConfigureAwait(false);

    public Task<IReadOnlyList<StationKeys>> StationKeysAsync(CancellationToken cancel = default) => store.ReadAsync(StationKeyRows.ReadAsync, cancel);

    public async Task<IReadOnlyList<AmmeterRecord>> AmmetersAsync(string group, CancellationToken cancel = default) =>
        await store.ReadAsync(session => RegistryQueries.AmmetersAsync(session, group), cancel).ConfigureAwait(false);

    public Task<RegistryCounts> CountsAsync(CancellationToken cancel = default) => store.ReadAsync(RegistryQueries.CountsAsync, cancel);
}

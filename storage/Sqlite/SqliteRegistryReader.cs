using Sems.Storage.Registry;

namespace Sems.Storage.Sqlite;

/// <summary>The registry, to be read.</summary>
internal class SqliteRegistryReader(SqliteReaders readers) : IRegistryReader
{
    public Task<StudentRecord?> FindStudentAsync(string studentNumber, CancellationToken cancel = default) =>
        readers.ReadAsync(studentNumber, RegistryQueries.Student, cancel);

    public Task<string?> FindUserNameOwnerAsync(string userName, CancellationToken cancel = default) =>
        readers.ReadAsync(userName, RegistryQueries.UserNameOwner, cancel);

    public Task<string?> FindCardOwnerAsync(string cardNumber, CancellationToken cancel = default) =>
        readers.ReadAsync(cardNumber, RegistryQueries.CardOwner, cancel);

    public Task<AmmeterGroupRecord?> FindGroupAsync(string group, CancellationToken cancel = default) =>
        readers.ReadAsync(group, RegistryQueries.Group, cancel);

    public Task<AmmeterRecord?> FindAmmeterAsync(string group, string ammeter, CancellationToken cancel = default) =>
        readers.ReadAsync((group, ammeter), RegistryQueries.Ammeter, cancel);

    public Task<IReadOnlyList<AmmeterGroupRecord>> GroupsAsync(CancellationToken cancel = default) =>
        readers.ReadAsync(0, RegistryQueries.Groups, cancel);

    public Task<IReadOnlyList<StationKeys>> StationKeysAsync(CancellationToken cancel = default) =>
        readers.ReadAsync(0, StationKeyRows.Read, cancel);

    public Task<IReadOnlyList<AmmeterRecord>> AmmetersAsync(string group, CancellationToken cancel = default) =>
        readers.ReadAsync(group, RegistryQueries.Ammeters, cancel);

    public Task<RegistryCounts> CountsAsync(CancellationToken cancel = default) => readers.ReadAsync(0, RegistryQueries.Counts, cancel);

    public Task<string?> FindAdministratorAsync(string userName, CancellationToken cancel = default) =>
        readers.ReadAsync(userName, RegistryQueries.Administrator, cancel);
}

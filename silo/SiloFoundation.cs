using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sems.Storage;
using Sems.Storage.Audit;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Silo;

/// <summary>What a silo stands on: the data directory claimed, the database open, a campus imported, an administrator made.</summary>
public sealed class SiloFoundation : IFoundation
{
    private readonly IDatabase _database;
    private readonly StorageFaults? _faults;

    private SiloFoundation(DataDirectory directory, IDatabase database, StorageFaults? faults) =>
        (Directory, _database, _faults) = (directory, database, faults);

    /// <inheritdoc />
    public DataDirectory Directory { get; }

    /// <summary>Opens everything.</summary>
    /// <exception cref="DataDirectoryException">The data directory cannot be used.</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be opened, or another process uses it.</exception>
    public static async Task<SiloFoundation> OpenAsync(SiloStart start, CancellationToken cancel = default)
    {
        var directory = DataDirectory.Open(start.Data, SiloEngine.Name, start.Adopt);
        directory.Choose(StorageChoice.Read(start.Storage, directory));
        var database = await SiloStorage.OpenAsync(directory, start.Time, start.Faults, cancel);
        try
        {
            if (await EngineOwnership.TakeAsync(directory, database, SiloEngine.Name, start.Adopt) is { } states)
                start.Output?.WriteLine($"The data directory is the {SiloEngine.Name} engine's from now on; {states} grain states were carried over");
            if (start.Import is { } campus)
            {
                var result = await SiloStorage.ImportAsync(database, campus, new ImportProgressLines(start.Output), cancel);
                await database.Audit.AddAsync(new AuditAct("import", AuditWords.Imported, start.Time.GetUtcNow()), AuditWords.Campus, null, ImportReport.Json(result));
                if (start.Output is { } output) ImportReport.Write(output, result);
            }
            if (await AdministratorAccount.EnsureAsync(database.Accounts, start.AdminPassword, start.Time.GetUtcNow()) is { } password)
                start.Output?.WriteLine($"Administrator \"{AdministratorAccount.UserName}\" was made with the password {password} (shown this once)");
            return new SiloFoundation(directory, database, start.Faults);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        if (_faults is not null) services.AddSingleton(_faults);
        services.AddSemsSilo(_database, Directory, configuration);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <summary>How to start a silo.</summary>
/// <param name="Data">Data directory.</param>
/// <param name="Import">Directory of a campus's CSV files to import before starting, or null.</param>
/// <param name="Adopt">Take a data directory over that the other engine made.</param>
/// <param name="Time">The clock everything runs by.</param>
/// <param name="AdminPassword">The administrator's password, or null to keep it or generate one.</param>
/// <param name="Output">Where to tell the person who started it; null for silence.</param>
/// <param name="Storage">The database, see <see cref="StorageChoice"/>; null to look for it in the settings.</param>
public sealed record SiloStart(string Data, string? Import, bool Adopt, TimeProvider Time, string? AdminPassword, TextWriter? Output, string? Storage = null)
{
    /// <summary>Makes the storage fail, in proofs; null otherwise.</summary>
    public StorageFaults? Faults { get; init; }
}

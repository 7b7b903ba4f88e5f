using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Sems.Silo.Orleans;

namespace Sems.Grains.Tests.Support;

/// <summary>Orleans' own storage of grain states, failing when the database of the test is told to; what it throws is SQLite's.</summary>
internal sealed class FaultyGrainStorage(IGrainStorage inner, FaultyDatabase database) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        DoAsync(nameof(ReadStateAsync), isWrite: false, () => inner.ReadStateAsync(stateName, grainId, grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        DoAsync(nameof(WriteStateAsync), isWrite: true, () => inner.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        DoAsync(nameof(ClearStateAsync), isWrite: true, () => inner.ClearStateAsync(stateName, grainId, grainState));

    public void Participate(ISiloLifecycle observer) => ((ILifecycleParticipant<ISiloLifecycle>)inner).Participate(observer);

    private async Task DoAsync(string call, bool isWrite, Func<Task> access)
    {
        var fault = database.Next(call, isWrite);
        if (fault == FaultKind.Before) throw Fault();
        await access();
        if (fault == FaultKind.After) throw Fault();
    }

    private static SqliteException Fault() => new("injected", 10);
}

internal static class FaultyGrainStorageServices
{
    /// <summary>Puts the faults beneath SEMS's own storage of grain states, where the database is.</summary>
    public static void AddFaults(this IServiceCollection services, FaultyDatabase database)
    {
        var real = services.Single(s => s.ServiceType == typeof(IGrainStorage) && Equals(s.ServiceKey, SqliteGrainStates.Backing));
        services.Remove(real);
        services.AddKeyedSingleton<IGrainStorage>(
            SqliteGrainStates.Backing,
            (provider, key) => new FaultyGrainStorage((IGrainStorage)real.KeyedImplementationFactory!(provider, key), database));
    }
}

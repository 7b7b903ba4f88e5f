using System.Data.Common;
using System.Net;
using System.Runtime.ExceptionServices;
using Sems.Storage;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Silo.Orleans;

/// <summary>
/// Makes Orleans' ADO.NET storage fit for SEMS: to one SQLite file writes go one at a time, because writers that meet wait for each
/// other in steps of 150 ms; keys stay text, because "0012" and "12" are two students, but the same number; and a database
/// that fails is told as what it is.
/// </summary>
/// <param name="inner">Orleans' own.</param>
/// <param name="writers">How many writes go at a time.</param>
/// <param name="mayWrite">Null, or why nothing may be written now.</param>
/// <param name="faults">Makes it fail, in proofs.</param>
internal sealed class OrderlyGrainStorage(IGrainStorage inner, int writers, Func<string?>? mayWrite = null, StorageFaults? faults = null)
    : IGrainStorage, IRestExceptionDecoder, IDisposable
{
    /// <summary>As many as a server's pool of connections carries.</summary>
    public const int ManyWriters = 24;

    /// <summary>Longest wait for the writers before; a file that is locked holds each of those up for a while.</summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _writer = new(writers, writers);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        GuardAsync(writes: false, () => inner.ReadStateAsync(stateName, TextKey(grainId), grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        InTurnAsync(() => inner.WriteStateAsync(stateName, TextKey(grainId), grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        InTurnAsync(() => inner.ClearStateAsync(stateName, TextKey(grainId), grainState));

    /// <summary>
    /// Orleans asks this before it logs a fault with its stack and wraps it in one of its own. Here the fault goes on to the
    /// caller as what it is, who logs it in a line if it will pass.
    /// </summary>
    public bool DecodeException(Exception exception, out HttpStatusCode httpStatusCode, out string restStatus, bool getExtendedErrors = false)
    {
        ExceptionDispatchInfo.Throw(exception);
        throw exception; // not reached
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>No number begins with this sign, so no key is taken for one.</summary>
    internal static GrainId TextKey(GrainId grain) => GrainId.Create(grain.Type, IdSpan.Create("=" + grain.Key.ToString()));

    private async Task InTurnAsync(Func<Task> write)
    {
        if (!await _writer.WaitAsync(MostWait)) throw new StorageUnavailableException("Grain states: too many writes wait");
        try
        {
            if (mayWrite?.Invoke() is { } reason) throw new StorageUnavailableException("Grain states: " + reason);
            await GuardAsync(writes: true, write);
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task GuardAsync(bool writes, Func<Task> access)
    {
        try
        {
            faults?.BeforeState(writes);
            await access();
        }
        catch (DbException fault)
        {
            throw new StorageUnavailableException($"Grain states: {fault.Message}", fault);
        }
    }
}

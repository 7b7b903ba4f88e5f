using Sems.Storage.Sql;

namespace Sems.Storage.Erasure;

/// <summary>Erases students.</summary>
internal sealed class SqlErasure(ISqlStore store) : IErasure
{
    public Task<ErasureResult> EraseAsync(ErasureRequest request) => store.WriteAsync(session => ErasureWrites.EraseAsync(session, request));
}

namespace Sems.Storage.Sql;

/// <summary>
/// A database that repositories are written for once: what they ask and change is SQL both SQLite and PostgreSQL understand, and
/// only <see cref="SqlDialect"/> says where they differ.
/// </summary>
internal interface ISqlStore
{
    /// <summary>Reads.</summary>
    /// <exception cref="StorageUnavailableException">The database could not be read.</exception>
    Task<T> ReadAsync<T>(Func<ISqlSession, ValueTask<T>> query, CancellationToken cancel);

    /// <summary>Reads with several statements that all see the same moment.</summary>
    /// <exception cref="StorageUnavailableException">The database could not be read.</exception>
    Task<T> SnapshotAsync<T>(Func<ISqlSession, ValueTask<T>> query, CancellationToken cancel);

    /// <summary>
    /// Writes in a transaction; completes when it is durable. What <paramref name="work"/> throws undoes it and reaches the caller.
    /// It may be run again before the task completes, so it does nothing but ask the session.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It was not stored.</exception>
    /// <exception cref="InvalidOperationException">A row breaks a rule of its table; nothing was changed.</exception>
    Task<T> WriteAsync<T>(Func<ISqlSession, ValueTask<T>> work);
}

/// <summary>Writes without a result.</summary>
internal static class SqlStoreWrites
{
    /// <inheritdoc cref="ISqlStore.WriteAsync"/>
    public static Task WriteAsync(this ISqlStore store, Func<ISqlSession, ValueTask> work) => store.WriteAsync(async session =>
    {
        await work(session).ConfigureAwait(false);
        return true;
    });

    /// <summary>One statement, durable when the task completes.</summary>
    /// <inheritdoc cref="ISqlStore.WriteAsync"/>
    public static Task<int> RunAsync(this ISqlStore store, string sql, params object?[] values) =>
        store.WriteAsync(session => session.RunAsync(sql, values));
}

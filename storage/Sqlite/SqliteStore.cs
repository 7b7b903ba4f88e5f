using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite;

/// <summary>SQLite for repositories that are written for both databases. Writes share the writer's transactions.</summary>
/// <param name="readers">To read.</param>
/// <param name="writer">To write; null for a process that only reads.</param>
internal sealed class SqliteStore(SqliteReaders readers, SqliteWriter? writer) : ISqlStore
{
    public Task<T> ReadAsync<T>(Func<ISqlSession, ValueTask<T>> query, CancellationToken cancel) => readers.ReadAsync(
        query, static (database, query) => SqliteSession.Done(query(new SqliteSession(database))), cancel);

    public Task<T> SnapshotAsync<T>(Func<ISqlSession, ValueTask<T>> query, CancellationToken cancel) => readers.ReadAsync(query, static (database, query) =>
    {
        database.Execute("BEGIN"); // whoever reads gives a connection that threw away
        var read = SqliteSession.Done(query(new SqliteSession(database)));
        database.Execute("COMMIT");
        return read;
    }, cancel);

    public Task<T> WriteAsync<T>(Func<ISqlSession, ValueTask<T>> work) => writer is null
        ? throw new InvalidOperationException("this process only reads")
        : writer.WriteAsync(database => SqliteSession.Done(work(new SqliteSession(database))));
}

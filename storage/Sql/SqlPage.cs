using Sems.Storage.Ledger;

namespace Sems.Storage.Sql;

/// <summary>Pages of lists.</summary>
internal static class SqlPage
{
    /// <summary>Counts the list and, if the page is within it, reads the page.</summary>
    /// <param name="session">Where.</param>
    /// <param name="count">Counts the list.</param>
    /// <param name="list">The list in its order.</param>
    /// <param name="read">Reads a row of it.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Rows of a page.</param>
    public static async ValueTask<Page<T>> ReadAsync<T>(ISqlSession session, SqlText count, SqlText list, Func<ISqlRow, T> read, int page, int size)
    {
        var total = await session.OneAsync(count.Sql, row => row.Long(0), count.Values).ConfigureAwait(false);
        var skip = (page - 1L) * size;
        if (skip >= total) return new Page<T>([], total);
        var (limit, offset) = (list.Values.Length + 1, list.Values.Length + 2);
        var items = await session.ListAsync($"{list.Sql} LIMIT ${limit} OFFSET ${offset}", read, [.. list.Values, (long)size, skip]).ConfigureAwait(false);
        return new Page<T>(items, total);
    }
}

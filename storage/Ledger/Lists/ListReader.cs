using System.Runtime.CompilerServices;
using Sems.Storage.Sql;

namespace Sems.Storage.Ledger.Lists;

/// <summary>Reads lists of the ledger, page by page or from beginning to end.</summary>
/// <param name="rows">Reads rows in full by charge ids: the columns, up to and without the order; its <c>{0}</c> are the ids.</param>
/// <param name="table">What the listed table is called in it.</param>
/// <param name="read">Reads a row.</param>
internal sealed class ListReader<T>(Func<SqlDialect, string> rows, string table, Func<ISqlRow, T> read)
{
    /// <summary>So many rows are sorted rather than an index walked in its order for them.</summary>
    private const long MostSorted = 60_000;

    /// <summary>So far an index's part is counted to see which is the smallest; no further than the smallest so far.</summary>
    private const long MostWeighed = 250_000;

    /// <summary>A page, and how many rows there are, counted to <see cref="Page{T}.MostCounted"/>.</summary>
    public async ValueTask<Page<T>> PageAsync(ISqlSession session, ListRequest list, int page, int size)
    {
        var (ordered, smallest) = await ChooseAsync(session, list).ConfigureAwait(false);
        var (total, sum) = await CountAsync(session, list, smallest, Page<T>.MostCounted + 1).ConfigureAwait(false);
        var capped = total > Page<T>.MostCounted;
        total = Math.Min(total, Page<T>.MostCounted);
        var skip = (page - 1L) * size;
        if (skip >= total) return new Page<T>([], total, capped, sum);
        var ids = list.PageSql(session.Dialect, ordered);
        return new Page<T>(await RowsAsync(session, list, ids, size, skip).ConfigureAwait(false), total, capped, sum);
    }

    /// <summary>How many rows there are, all of them.</summary>
    public async ValueTask<long> CountAsync(ISqlSession session, ListRequest list)
    {
        var (_, smallest) = await ChooseAsync(session, list).ConfigureAwait(false);
        return (await CountAsync(session, list, smallest, long.MaxValue).ConfigureAwait(false)).Count;
    }

    /// <summary>Adds up all rows of the list.</summary>
    public async ValueTask<TSum?> SumAsync<TSum>(ISqlSession session, ListRequest list, string sums, Func<ISqlRow, TSum?> readSum)
    {
        var (_, smallest) = await ChooseAsync(session, list).ConfigureAwait(false);
        var sql = list.SumSql(session.Dialect, smallest, sums);
        return await session.OneAsync(sql.Sql, readSum, sql.Values).ConfigureAwait(false);
    }

    /// <summary>Every row in the order of the list, a batch at a time, each a read of its own: what is added or changed meanwhile repeats and loses no other row.</summary>
    /// <param name="store">The database.</param>
    /// <param name="list">The list.</param>
    /// <param name="place">Where a row stands in it.</param>
    /// <param name="size">Rows of a batch.</param>
    /// <param name="cancel">To give up.</param>
    public async IAsyncEnumerable<IReadOnlyList<T>> EveryAsync(
        ISqlStore store, ListRequest list, Func<T, ListPlace> place, int size, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (ordered, _) = await store.ReadAsync(session => ChooseAsync(session, list), cancel).ConfigureAwait(false);
        foreach (var nulls in list.Nullable ? [!list.Descending, list.Descending] : new[] { false })
        {
            ListPlace? after = null;
            while (true)
            {
                var from = after;
                var batch = await store.ReadAsync(
                    session => RowsAsync(session, list, list.NextSql(session.Dialect, ordered, nulls, from), size), cancel).ConfigureAwait(false);
                if (batch.Count > 0) yield return batch;
                if (batch.Count < size) break;
                after = place(batch[^1]);
            }
        }
    }

    /// <summary>
    /// By which index to find the rows in their order, and by which to count them. A filter that leaves few of one index is asked by that
    /// one, and its rows are sorted; else there are so many that a walk in the order of the list soon comes upon them.
    /// </summary>
    private static async ValueTask<(ListWay Ordered, ListWay Smallest)> ChooseAsync(ISqlSession session, ListRequest list)
    {
        var first = list.Ways[0];
        var narrowed = list.Ways.Where(list.Narrows).ToList();
        if (narrowed.Count == 0 || list.Ways.Count == 1) return (first, first);
        if (narrowed.Count == 1 && narrowed[0] == first) return (first, first);
        var (smallest, fewest) = (first, narrowed.Count == 1 ? MostSorted + 1 : MostWeighed);
        foreach (var way in narrowed)
        {
            var sql = list.WeighSql(session.Dialect, way);
            var left = await session.OneAsync(sql.Sql, row => row.Long(0), [.. sql.Values, fewest]).ConfigureAwait(false);
            if (left < fewest || way == narrowed[0]) (smallest, fewest) = (way, left);
        }

        return (fewest <= MostSorted ? smallest : first, smallest);
    }

    private static ValueTask<(long Count, long Sum)> CountAsync(ISqlSession session, ListRequest list, ListWay way, long most)
    {
        var sql = list.CountSql(session.Dialect, way);
        return session.OneAsync(sql.Sql, row => (row.Long(0), row.Long(1)), [.. sql.Values, most]);
    }

    private ValueTask<List<T>> RowsAsync(ISqlSession session, ListRequest list, SqlText ids, params object?[] more)
    {
        var sql = $"{rows(session.Dialect).Replace("{0}", $"({ids.Sql}) AS p", StringComparison.Ordinal)} ORDER BY {list.OrderBy(table)}";
        return session.ListAsync(sql, read, [.. ids.Values, .. more.Select(v => v is int n ? (long)n : v)]);
    }
}

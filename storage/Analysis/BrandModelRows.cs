using Sems.Storage.Sql;

namespace Sems.Storage.Analysis;

/// <summary>The rows of the models of brands.</summary>
internal static class BrandModelRows
{
    private const string Columns = """
        SELECT m.model_key, m.brand, m.model, m.battery_type, m.rated_v, m.rated_ah, m.charges,
        (SELECT count(*) FROM battery_health b WHERE b.model_key = m.model_key) AS batteries, m.is_good, m.first_at_ms, m.last_at_ms, m.version, m.revision,
        m.figures_json, m.state_json FROM brand_models m
        """;

    /// <summary>The same for lists, which need no state: it is long.</summary>
    private static readonly string Listed = Columns.Replace("m.state_json", "''", StringComparison.Ordinal);

    public static ValueTask<List<BrandModelRecord>> AllAsync(ISqlSession session) =>
        session.ListAsync(Listed + " ORDER BY m.brand, m.model, m.model_key", Read);

    public static ValueTask<BrandModelRecord?> FindAsync(ISqlSession session, string key) =>
        session.OneAsync(Columns + " WHERE m.model_key = $1", Read, key);

    /// <summary>False, and nothing changed: it is not the revision that was read.</summary>
    public static async ValueTask<bool> SaveAsync(ISqlSession session, BrandModelRecord m)
    {
        await session.LockAsync("model/" + m.Key).ConfigureAwait(false);
        var now = await session.OneAsync<long?>(
            "SELECT revision FROM brand_models WHERE model_key = $1" + session.Dialect.ForUpdate, row => row.Long(0), m.Key).ConfigureAwait(false);
        if ((now ?? 0) != m.Revision) return false;
        await session.RunAsync(
            """
            INSERT INTO brand_models (model_key, brand, model, battery_type, rated_v, rated_ah, charges, is_good, first_at_ms, last_at_ms, version, revision,
            figures_json, state_json) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (model_key) DO UPDATE SET brand = excluded.brand, model = excluded.model, battery_type = excluded.battery_type,
            rated_v = excluded.rated_v, rated_ah = excluded.rated_ah, charges = excluded.charges, is_good = excluded.is_good,
            first_at_ms = excluded.first_at_ms, last_at_ms = excluded.last_at_ms, version = excluded.version, revision = excluded.revision,
            figures_json = excluded.figures_json, state_json = excluded.state_json
            """, m.Key, m.Brand, m.Model, m.BatteryType, m.RatedV, m.RatedAh, m.Charges, m.IsGood ? 1L : 0L, m.FirstAt.ToUnixTimeMilliseconds(),
            m.LastAt.ToUnixTimeMilliseconds(), (long)m.Version, m.Revision + 1, m.FiguresJson, m.StateJson).ConfigureAwait(false);
        return true;
    }

    private static BrandModelRecord Read(ISqlRow row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.TextOrNull(3), row.DoubleOrNull(4), row.DoubleOrNull(5), row.Long(6), row.Long(7), row.Long(8) != 0,
        row.Time(9), row.Time(10), row.Int(11), row.Long(12), row.Text(13), row.Text(14));
}

using Npgsql;
using Sems.Storage.Curves;

namespace Sems.Storage.Postgres.Curves;

/// <summary>What is said to the database about fresh samples.</summary>
internal static class JournalSql
{
    /// <summary>The columns of a sample, in the order of <see cref="Read"/>.</summary>
    public const string Columns = "sample_time, at_ms, current_a, energy, voltage_v, power_w, marks";

    /// <summary>
    /// Stores samples of open charges in the order given and counts them; answers the charges that take none, of which nothing is
    /// stored.
    /// </summary>
    public static readonly string Append = $"""
        WITH given AS (
            SELECT * FROM unnest($1::bigint[], $2::float8[], $3::bigint[], $4::float8[], $5::float8[], $6::float8[], $7::float8[], $8::smallint[])
            WITH ORDINALITY AS g (charge_id, {Columns}, place)
        ), refused AS (
            SELECT DISTINCT charge_id FROM given
            WHERE NOT EXISTS (SELECT 1 FROM charges c WHERE c.charge_id = given.charge_id AND c.status < 4)
        ), added AS (
            INSERT INTO sample_journal (charge_id, {Columns})
            SELECT charge_id, {Columns} FROM given WHERE charge_id NOT IN (SELECT charge_id FROM refused) ORDER BY place
            RETURNING 1
        ), counted AS (
            UPDATE sample_totals SET samples = samples + (SELECT count(*) FROM added) WHERE id = {Sql.SqlDialect.Postgres.Slot}
        )
        SELECT charge_id FROM refused
        """;

    /// <summary>Takes all samples of a charge out of the journal: what it answers is in it no more, and nothing else is gone.</summary>
    public const string Take = $"""
        WITH taken AS (DELETE FROM sample_journal WHERE charge_id = $1 RETURNING seq, {Columns})
        SELECT {Columns} FROM taken ORDER BY seq
        """;

    /// <summary>A sample out of a row with <see cref="Columns"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">Where they begin.</param>
    public static Sample Read(NpgsqlDataReader row, int first) => new(
        row.GetDouble(first), row.GetInt64(first + 1), row.GetDouble(first + 2), row.GetDouble(first + 3),
        row.IsDBNull(first + 4) ? null : row.GetDouble(first + 4), row.IsDBNull(first + 5) ? null : row.GetDouble(first + 5),
        (SampleMarks)row.GetInt16(first + 6));
}

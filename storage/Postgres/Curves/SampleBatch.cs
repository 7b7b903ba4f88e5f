using Npgsql;

namespace Sems.Storage.Postgres.Curves;

/// <summary>Samples that share a transaction, as columns.</summary>
internal sealed class SampleBatch(IReadOnlyList<WaitingSample> samples)
{
    /// <summary>Stores them; returns the charges that take none.</summary>
    public async ValueTask<HashSet<long>> StoreAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(JournalSql.Append, connection)
        {
            Parameters =
            {
                Column(s => s.ChargeId), Column(s => s.Sample.Time), Column(s => s.Sample.AtMs), Column(s => s.Sample.CurrentA),
                Column(s => s.Sample.Energy), Column(s => s.Sample.VoltageV), Column(s => s.Sample.PowerW), Column(s => (short)s.Sample.Marks),
            },
        };
        var refused = new HashSet<long>();
        await using var rows = await command.ExecuteReaderAsync().ConfigureAwait(false);
        while (await rows.ReadAsync().ConfigureAwait(false)) refused.Add(rows.GetInt64(0));
        return refused;
    }

    private NpgsqlParameter<T[]> Column<T>(Func<WaitingSample, T> field)
    {
        var values = new T[samples.Count];
        for (var i = 0; i < values.Length; i++) values[i] = field(samples[i]);
        return new NpgsqlParameter<T[]> { TypedValue = values };
    }
}

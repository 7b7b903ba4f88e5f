using Sems.Storage.Outbox;
using Sems.Storage.Sql;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Tests;

public sealed class MigratorTests : IDisposable
{
    private static readonly Migration One = new(1, "0001_one", "CREATE TABLE one (id INTEGER); INSERT INTO one VALUES (1);");
    private static readonly Migration Two = new(2, "0002_two", "CREATE TABLE two (id INTEGER);");
    private readonly string _directory = Directory.CreateTempSubdirectory("sems-migrator-").FullName;
    private readonly SqliteDatabase _database;

    public MigratorTests() => _database = SqliteDatabase.OpenWriter(Path.Combine(_directory, "m.db"), TimeSpan.Zero, 1000);

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public void Fresh_database_gets_every_script_in_order_and_records_it()
    {
        Migrate(One, Two);
        Assert.Equal(["1 0001_one", "2 0002_two"], Applied());
        Assert.Equal(ManualTimeProvider.Start.ToUnixTimeMilliseconds(), Number("SELECT min(applied_at_ms) FROM schema_migrations"));
    }

    [Fact]
    public void Again_applies_only_what_is_missing()
    {
        Migrate(One);
        Migrate(One, Two);
        Migrate(One, Two);
        Assert.Equal(1, Number("SELECT count(*) FROM one"));
        Assert.Equal(["1 0001_one", "2 0002_two"], Applied());
    }

    [Fact]
    public void Newer_schema_is_refused_and_left_alone()
    {
        Migrate(One, Two);
        var refused = Assert.Throws<MigrationException>(() => Migrate(One));
        Assert.Contains("schema 2", refused.Message);
        Assert.Equal(2, Number("SELECT count(*) FROM schema_migrations"));
    }

    [Fact]
    public void Failing_script_leaves_nothing_of_itself_and_keeps_the_earlier()
    {
        var broken = new Migration(2, "0002_broken", "CREATE TABLE two (id INTEGER); INSERT INTO nowhere VALUES (1);");
        var failed = Assert.Throws<MigrationException>(() => Migrate(One, broken));
        Assert.Contains("0002_broken", failed.Message);
        Assert.Equal(["1 0001_one"], Applied());
        Assert.Equal(0, Number("SELECT count(*) FROM sqlite_master WHERE name = 'two'"));
        Migrate(One, Two);
        Assert.Equal(2, Number("SELECT count(*) FROM schema_migrations"));
    }

    [Fact]
    public void Embedded_scripts_have_numbers_of_their_own_and_apply()
    {
        var embedded = Migrator.Embedded();
        Assert.Equal(embedded.Select(m => m.Number).Distinct().Order(), embedded.Select(m => m.Number)); // one that was given up leaves a gap
        Migrate([.. embedded]);
        Assert.Equal(1, Number("SELECT count(*) FROM sqlite_master WHERE name = 'charges_open'"));
    }

    [Fact]
    public void Pushes_that_were_there_before_get_the_shard_of_their_student()
    {
        var embedded = Migrator.Embedded();
        Migrate([.. embedded.TakeWhile(m => !m.Name.EndsWith("push_order", StringComparison.Ordinal))]);
        string[] students = ["", "7", "s1", "1030412535", "1030412546", "学号一", "A-09"];
        for (var i = 0; i < students.Length; i++)
            _database.Execute($"INSERT INTO pushes (charge_id, kind, student_number, detail_json, created_at_ms, next_at_ms) VALUES ({i}, 1, '{students[i]}', '', 0, 0)");
        Migrate([.. embedded]);
        for (var i = 0; i < students.Length; i++) Assert.Equal(PushShard.Of(students[i]), Number($"SELECT shard FROM pushes WHERE charge_id = {i}"));
    }

    private void Migrate(params Migration[] migrations) => new Migrator(migrations, new ManualTimeProvider()).Migrate(_database);

    private long Number(string sql)
    {
        using var row = _database.Statement(sql);
        row.Step();
        return row.Long(0);
    }

    private List<string> Applied()
    {
        var applied = new List<string>();
        using var rows = _database.Statement("SELECT number || ' ' || name FROM schema_migrations ORDER BY number");
        while (rows.Step()) applied.Add(rows.Text(0));
        return applied;
    }
}

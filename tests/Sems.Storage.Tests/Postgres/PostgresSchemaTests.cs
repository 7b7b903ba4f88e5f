using Npgsql;
using Sems.Storage.Outbox;
using Sems.Storage.Postgres;
using Sems.Storage.Sql;

namespace Sems.Storage.Tests.Postgres;

/// <summary>The schema, its scripts, and addresses of databases.</summary>
public sealed class PostgresSchemaTests : IAsyncLifetime
{
    private static readonly Migration One = new(1, "0001_one", "CREATE TABLE one (id INTEGER); INSERT INTO one VALUES (1);");
    private static readonly Migration Two = new(2, "0002_two", "CREATE TABLE two (id INTEGER);");
    private string _address = "";
    private NpgsqlConnection _connection = null!;

    public async Task InitializeAsync()
    {
        var (server, name) = await TestPostgres.CreateDatabaseAsync();
        _address = server.ConnectionString(name);
        _connection = new NpgsqlConnection(_address);
        await _connection.OpenAsync();
    }

    public async Task DisposeAsync() => await _connection.DisposeAsync();

    [Fact]
    public async Task Scripts_are_applied_once_each_in_order()
    {
        await MigrateAsync(One);
        await MigrateAsync(One, Two);
        await MigrateAsync(One, Two);
        Assert.Equal(1, await NumberAsync("SELECT count(*) FROM one"));
        Assert.Equal(2, await NumberAsync("SELECT count(*) FROM schema_migrations"));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await MigrateAsync(One, Two);
        Assert.Contains("schema 2", (await Assert.ThrowsAsync<MigrationException>(() => MigrateAsync(One))).Message, StringComparison.Ordinal);
        Assert.Equal(2, await NumberAsync("SELECT count(*) FROM schema_migrations"));
    }

    [Fact]
    public async Task A_failing_script_leaves_nothing_of_itself_and_keeps_the_earlier()
    {
        var broken = new Migration(2, "0002_broken", "CREATE TABLE two (id INTEGER); INSERT INTO nowhere VALUES (1);");
        Assert.Contains("0002_broken", (await Assert.ThrowsAsync<MigrationException>(() => MigrateAsync(One, broken))).Message, StringComparison.Ordinal);
        Assert.Equal(0, await NumberAsync("SELECT count(*) FROM pg_tables WHERE tablename = 'two'"));
        await MigrateAsync(One, Two);
        Assert.Equal(2, await NumberAsync("SELECT count(*) FROM schema_migrations"));
    }

    [Fact]
    public async Task Of_many_that_start_at_once_one_makes_the_tables()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostgresStorage.OpenAsync(new PostgresStorageOptions { Address = PostgresAddress.Parse(_address) })));
        foreach (var storage in opened) await storage.DisposeAsync();
        Assert.Equal(Migrations.Embedded("Postgres").Count, await NumberAsync("SELECT count(*) FROM schema_migrations"));
    }

    [Fact]
    public async Task A_reader_takes_a_database_without_tables_or_of_another_schema_for_an_outage()
    {
        await using var reader = new PostgresStorageReader(PostgresAddress.Parse(_address));
        var empty = await Assert.ThrowsAsync<StorageUnavailableException>(() => reader.Registry.CountsAsync());
        Assert.Contains("has yet to make its tables", empty.Message, StringComparison.Ordinal);
        await using (await PostgresStorage.OpenAsync(new PostgresStorageOptions { Address = PostgresAddress.Parse(_address) })) { }
        await reader.ProbeAsync();
        Assert.Equal(0, (await reader.Registry.CountsAsync()).Students);
        await ExecuteAsync("INSERT INTO schema_migrations VALUES (9999, 'newer', 0)");
        ((IDatabaseReader)reader).Renew();
        var newer = await Assert.ThrowsAsync<StorageUnavailableException>(() => reader.Registry.CountsAsync());
        Assert.Contains("made by a newer SEMS", newer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pushes_that_were_there_before_get_the_shard_of_their_student()
    {
        var embedded = Migrations.Embedded("Postgres");
        await MigrateAsync([.. embedded.TakeWhile(m => !m.Name.EndsWith("push_order", StringComparison.Ordinal))]);
        string[] students = ["", "7", "s1", "1030412535", "1030412546", "学号一", "A-09"];
        for (var i = 0; i < students.Length; i++)
            await ExecuteAsync($"INSERT INTO pushes (charge_id, kind, student_number, detail_json, created_at_ms, next_at_ms) VALUES ({i}, 1, '{students[i]}', '', 0, 0)");
        await MigrateAsync([.. embedded]);
        for (var i = 0; i < students.Length; i++)
            Assert.Equal(PushShard.Of(students[i]), await NumberAsync($"SELECT CAST(shard AS BIGINT) FROM pushes WHERE charge_id = {i}"));
    }

    [Fact]
    public async Task Commits_are_durable_whatever_the_database_says()
    {
        await ExecuteAsync($"ALTER DATABASE \"{_connection.Database}\" SET synchronous_commit = off");
        await using var source = PostgresConnections.Open(PostgresAddress.Parse(_address));
        await using var command = source.CreateCommand("SHOW synchronous_commit");
        Assert.Equal("on", await command.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("Host=db;Username=u;Password=secret;Colour=red")]
    [InlineData("Host=db;Port=secret")]
    [InlineData("secret")]
    [InlineData("Username=u;Password=secret")]
    public void An_address_that_is_none_is_not_repeated(string text)
    {
        var refused = Assert.Throws<FormatException>(() => PostgresAddress.Parse(text));
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_an_address_nor_a_fault_shows_the_password()
    {
        var address = PostgresAddress.Parse(new NpgsqlConnectionStringBuilder(_address) { Password = "wrong-secret" }.ConnectionString);
        Assert.DoesNotContain("secret", address.ToString(), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => PostgresStorage.OpenAsync(new PostgresStorageOptions { Address = address }));
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    private Task MigrateAsync(params Migration[] migrations) => new PostgresMigrator(migrations, new ManualTimeProvider()).MigrateAsync(_connection);

    private async Task<long> NumberAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}

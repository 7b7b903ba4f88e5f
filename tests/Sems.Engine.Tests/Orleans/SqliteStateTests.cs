using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Sems.Engine.Tests.Support;
using Sems.Silo.Orleans;

namespace Sems.Engine.Tests.Orleans;

/// <summary>The tests of states on the storage SEMS uses: a SQLite file, through Orleans' ADO.NET storage.</summary>
[Collection(OnSqlite.Name)]
public sealed class SqliteStateTests(SqliteEngine engine) : StateTests(engine);

/// <summary>A silo that keeps the state "main" in a SQLite file.</summary>
public sealed class SqliteEngine : TestEngine, IDisposable
{
    private readonly DirectoryInfo _directory;

    public SqliteEngine()
        : this(Directory.CreateTempSubdirectory("sems-engine-"))
    {
    }

    private SqliteEngine(DirectoryInfo directory)
        : base(1, Configure, silo => silo.AddSqliteGrainStates(SqliteGrainStates.Open(Path.Combine(directory.FullName, "states.db")))) =>
        _directory = directory;

    public void Dispose() => _directory.Delete(recursive: true);

    private static void Configure(IServiceCollection services) =>
        services.PostConfigureAll<AdoNetGrainStorageOptions>(options => options.GrainStorageSerializer = new AnyJson());
}

/// <summary>The tests that share <see cref="SqliteEngine"/>.</summary>
[CollectionDefinition(Name)]
public sealed class OnSqlite : ICollectionFixture<SqliteEngine>
{
    public const string Name = "SQLite states";
}

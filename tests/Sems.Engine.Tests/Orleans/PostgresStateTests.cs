using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Sems.Engine.Tests.Support;
using Sems.Silo.Orleans;
using Sems.Storage.Postgres;

namespace Sems.Engine.Tests.Orleans;

/// <summary>The tests of states on a PostgreSQL database, through Orleans' ADO.NET storage and SEMS's queries.</summary>
[Collection(OnPostgres.Name)]
public sealed class PostgresStateTests(PostgresEngine engine) : StateTests(engine);

/// <summary>A silo that keeps the state "main" in a PostgreSQL database.</summary>
public sealed class PostgresEngine() : TestEngine(1, Configure, silo => silo.AddPostgresGrainStates(Prepare()))
{
    private static void Configure(IServiceCollection services) =>
        services.PostConfigureAll<AdoNetGrainStorageOptions>(options => options.GrainStorageSerializer = new AnyJson());

    /// <summary>A database with the tables of storage, for the queries are about one of them.</summary>
    private static string Prepare() => Task.Run(async () =>
    {
        var (server, name) = await TestPostgres.CreateDatabaseAsync();
        var address = PostgresAddress.Parse(server.ConnectionString(name));
        await using (await PostgresStorage.OpenAsync(new PostgresStorageOptions { Address = address })) { }
        return PostgresGrainStates.Open(address);
    }).GetAwaiter().GetResult();
}

/// <summary>The tests that share <see cref="PostgresEngine"/>.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<PostgresEngine>
{
    public const string Name = "PostgreSQL states";
}

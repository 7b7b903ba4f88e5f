using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

public partial class StateTests
{
    private static readonly InMemoryGrainStorage Named = new();

    [Fact]
    public async Task A_state_survives_deactivation()
    {
        await using var engine = NewEngine();
        var grain = engine.Grain<IStored>("a");
        Assert.Equal((0, false, null), await grain.Look());
        await grain.Set(7, write: true);
        var (_, exists, etag) = await grain.Look();
        Assert.True(exists);
        Assert.NotNull(etag);
        await grain.Set(8, write: false);
        await grain.End();
        Assert.Equal((7, true, etag), await grain.Look().Soon());
        Assert.Equal(7, await grain.SeenOnActivate().Soon());
    }

    [Fact]
    public async Task A_cleared_state_is_new_again()
    {
        await using var engine = NewEngine();
        var grain = engine.Grain<IStored>("a");
        await grain.Set(7, write: true);
        await grain.Clear();
        Assert.Equal((0, false, null), await grain.Look());
        Assert.Equal(0, engine.Storage.Count);
        await grain.Set(9, write: true);
        await grain.End();
        Assert.Equal(9, (await grain.Look().Soon()).Number);
    }

    [Fact]
    public async Task A_grain_that_writes_nothing_stores_nothing()
    {
        await using var engine = NewEngine();
        await engine.Grain<IStored>("a").Look();
        await engine.Grain<IStored>("a").Set(1, write: false);
        Assert.Equal(0, engine.Storage.Count);
    }

    [Fact]
    public async Task A_foreign_write_makes_a_conflict_and_the_next_activation_sees_what_is_stored()
    {
        await using var engine = NewEngine();
        var grain = engine.Grain<IStored>("a");
        await grain.Set(1, write: true);
        var id = new GrainId("stored", "a");
        var record = await engine.Storage.ReadAsync(id, "main");
        await engine.Storage.WriteAsync(id, "main", """{"Number":50}"""u8.ToArray(), record!.Etag);
        var error = await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Set(2, write: true));
        Assert.Equal(record.Etag, error.CurrentEtag);
        Assert.Equal(50, (await grain.Look().Soon()).Number);
        await grain.Set(51, write: true).Soon();
    }

    [Fact]
    public async Task Two_states_of_a_grain_are_apart_and_may_live_in_different_storages()
    {
        await using var engine = NewEngine(services => services.AddKeyedSingleton<IGrainStorage>("named", Named));
        await engine.Grain<IStored>("two").Set(1, write: true);
        await engine.Grain<IStored>("two").SetExtra(2);
        await engine.Grain<IStored>("two").End();
        Assert.Equal(2, await engine.Grain<IStored>("two").Extra().Soon());
        Assert.Equal(1, (await engine.Grain<IStored>("two").Look()).Number);
        Assert.Equal(1, engine.Storage.Count);
        Assert.NotNull(await Named.ReadAsync(new("stored", "two"), "extra"));
    }

    [Fact]
    public async Task A_failed_read_fails_the_call_and_the_next_one_tries_again()
    {
        await using var engine = NewEngine();
        var id = new GrainId("stored", "a");
        var etag = await engine.Storage.WriteAsync(id, "main", "broken"u8.ToArray(), null);
        await Assert.ThrowsAsync<JsonException>(() => engine.Grain<IStored>("a").Look());
        await engine.Storage.ClearAsync(id, "main", etag);
        Assert.False((await engine.Grain<IStored>("a").Look()).Exists);
    }

    [Fact]
    public void A_missing_storage_is_named_at_the_start()
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => new TestEngine(options => options.AddGrain<StoredGrain>(), services => services.Remove(
                services.Single(one => one.ServiceType == typeof(IGrainStorage)))));
        Assert.Contains("'Default'", error.Message);
    }

    [Fact]
    public async Task A_source_generated_resolver_is_enough()
    {
        var serializer = new JsonGrainStateSerializer(StateJson.Default);
        await using var engine = NewEngine(services => services.AddSingleton<IGrainStateSerializer>(serializer));
        await engine.Grain<IStored>("a").Set(3, write: true);
        await engine.Grain<IStored>("a").End();
        Assert.Equal(3, (await engine.Grain<IStored>("a").Look().Soon()).Number);
        Assert.Throws<NotSupportedException>(() => serializer.Serialize(new Version(1, 2)));
    }

    private static TestEngine NewEngine(Action<IServiceCollection>? register = null) =>
        new(options => options.AddGrain<StoredGrain>(), register);

    public interface IStored : IGrainWithStringKey
    {
        Task<(int Number, bool Exists, string? Etag)> Look();

        Task Set(int number, bool write);

        Task Clear();

        Task SetExtra(int number);

        Task<int> Extra();

        Task<int> SeenOnActivate();

        Task End();
    }

    [GenerateSerializer]
    [Alias("test-state")]
    public sealed class NumberState
    {
        [Id(0)]
        public int Number { get; set; }
    }

    public sealed class StoredGrain(
        [PersistentState("main", "Default")] IPersistentState<NumberState> main,
        [PersistentState("extra", "named")] IPersistentState<NumberState> extra) : Grain, IStored
    {
        private int _seen;

        public override Task OnActivateAsync(CancellationToken cancellationToken)
        {
            _seen = main.State.Number;
            return base.OnActivateAsync(cancellationToken);
        }

        public Task<(int Number, bool Exists, string? Etag)> Look() => Task.FromResult((main.State.Number, main.RecordExists, main.Etag));

        public Task Set(int number, bool write)
        {
            main.State.Number = number;
            return write ? main.WriteStateAsync() : Task.CompletedTask;
        }

        public Task Clear() => main.ClearStateAsync();

        public Task SetExtra(int number)
        {
            extra.State = new NumberState { Number = number };
            return extra.WriteStateAsync();
        }

        public Task<int> Extra() => Task.FromResult(extra.State.Number);

        public Task<int> SeenOnActivate() => Task.FromResult(_seen);

        public Task End()
        {
            DeactivateOnIdle();
            return Task.CompletedTask;
        }
    }

    [JsonSerializable(typeof(NumberState))]
    private sealed partial class StateJson : JsonSerializerContext;
}

using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Embedded;

public partial class StorageTests
{
    [Fact]
    public void A_missing_storage_is_named_at_the_start()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new TestEngine(_ => { }, services => services.Remove(
            services.Single(one => one.ServiceType == typeof(IGrainStorage) && !one.IsKeyedService))));
        Assert.Contains("'Default'", error.Message);
    }

    [Fact]
    public async Task A_conflict_names_both_versions()
    {
        await using var engine = new TestEngine();
        var grain = engine.Grain<IStored>("a");
        await grain.Write(1);
        var known = (await grain.Look()).Etag;
        await engine.StoreAsync(grain, "main", new NumberState { Number = 50 });
        var error = await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Write(2));
        Assert.Equal(known, error.CurrentEtag);
        Assert.Equal((await grain.Look().Soon()).Etag, error.StoredEtag);
    }

    [Fact]
    public async Task A_cleared_state_leaves_no_record()
    {
        await using var engine = new TestEngine();
        await engine.Grain<IStored>("a").Write(1);
        await engine.Grain<IStored>("a").Clear();
        Assert.Equal(0, engine.Storage.Count);
        Assert.Null((await engine.Grain<IStored>("a").Look()).Etag);
    }

    [Fact]
    public async Task A_source_generated_resolver_is_enough()
    {
        var serializer = new JsonGrainStateSerializer(StateJson.Default);
        await using var engine = await TestEngine.StartAsync(services => services.AddSingleton<IGrainStateSerializer>(serializer));
        await engine.Grain<IStored>("a").Write(3);
        await engine.Grain<IStored>("a").End();
        Assert.Equal(3, (await engine.Grain<IStored>("a").Look().Soon()).Number);
        Assert.Throws<NotSupportedException>(() => serializer.Serialize(new Version(1, 2)));
    }

    [JsonSerializable(typeof(NumberState))]
    private sealed partial class StateJson : JsonSerializerContext;
}

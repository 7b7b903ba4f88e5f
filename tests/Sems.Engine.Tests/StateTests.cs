using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

[Collection(SharedEngine.Name)]
public class StateTests(TestEngine engine) : EngineTest(engine)
{
    private static int _unreadable = 1_000;

    private IStored Stored => Grain<IStored>("a");

    [Fact]
    public async Task A_state_that_is_not_stored_is_a_new_one()
    {
        Assert.Equal(new StoredLook(0, false, null), await Stored.Look());
        await Stored.Read();
        Assert.Equal(new StoredLook(0, false, null), await Stored.Look());
    }

    [Fact]
    public async Task A_written_state_survives_deactivation_and_is_there_in_OnActivateAsync()
    {
        await Stored.Write(7);
        var (_, exists, etag) = await Stored.Look();
        Assert.True(exists);
        Assert.NotNull(etag);
        await Stored.Set(8);
        await Stored.End();
        Assert.Equal(new StoredLook(7, true, etag), await Stored.Look().Soon());
        Assert.Equal(7, await Stored.SeenOnActivate().Soon());
    }

    [Fact]
    public async Task Each_write_makes_another_etag()
    {
        var etags = new List<string?>();
        for (var i = 1; i <= 4; i++)
        {
            await Stored.Write(i);
            etags.Add((await Stored.Look()).Etag);
            if (i == 2) await Stored.End();
        }

        Assert.Equal(4, etags.Distinct().Count());
        Assert.DoesNotContain(null, etags);
        Assert.Equal(4, (await Stored.Look()).Number);
    }

    [Fact]
    public async Task Reading_undoes_what_was_not_written()
    {
        await Stored.Write(7);
        await Stored.Set(8);
        await Stored.Read();
        Assert.Equal(7, (await Stored.Look()).Number);
    }

    [Fact]
    public async Task A_cleared_state_is_new_again_and_can_be_written_again()
    {
        await Stored.Write(7);
        await Stored.Clear();
        var cleared = await Stored.Look();
        Assert.Equal((0, false), (cleared.Number, cleared.Exists));
        Assert.False(await Engine.IsStoredAsync<NumberState>(Stored, "main"));
        await Stored.Write(9);
        await Stored.End();
        Assert.Equal(9, (await Stored.Look().Soon()).Number);
        await Stored.Clear();
        await Stored.End();
        Assert.Equal((0, false), ((await Stored.Look().Soon()).Number, (await Stored.Look()).Exists));
    }

    [Fact]
    public async Task Clearing_what_is_not_stored_changes_nothing()
    {
        await Stored.Set(7);
        await Stored.Clear();
        Assert.Equal((0, false), ((await Stored.Look()).Number, (await Stored.Look()).Exists));
    }

    [Fact]
    public async Task A_grain_that_writes_nothing_stores_nothing()
    {
        await Stored.Look();
        await Stored.Set(1);
        await Stored.End();
        Assert.False((await Stored.Look().Soon()).Exists);
        Assert.False(await Engine.IsStoredAsync<NumberState>(Stored, "main"));
    }

    [Fact]
    public async Task A_foreign_write_makes_a_conflict_and_the_next_activation_sees_what_is_stored()
    {
        await Stored.Write(1);
        await Engine.StoreAsync(Stored, "main", new NumberState { Number = 50 });
        await Assert.ThrowsAsync<InconsistentStateException>(() => Stored.Write(2).Soon());
        Assert.Equal(50, (await Stored.Look().Soon()).Number);
        Assert.Equal(50, await Stored.SeenOnActivate());
        await Stored.Write(51).Soon();
        Assert.Equal(51, (await Stored.Look()).Number);
    }

    [Fact]
    public async Task A_foreign_first_write_makes_a_conflict()
    {
        await Stored.Look();
        await Engine.StoreAsync(Stored, "main", new NumberState { Number = 50 });
        await Assert.ThrowsAsync<InconsistentStateException>(() => Stored.Write(1).Soon());
        Assert.Equal(50, (await Stored.Look().Soon()).Number);
    }

    [Fact]
    public async Task A_foreign_write_makes_clearing_a_conflict()
    {
        await Stored.Write(1);
        await Engine.StoreAsync(Stored, "main", new NumberState { Number = 50 });
        await Assert.ThrowsAsync<InconsistentStateException>(() => Stored.Clear().Soon());
        Assert.Equal(50, (await Stored.Look().Soon()).Number);
    }

    [Fact]
    public async Task States_of_a_grain_are_apart_and_may_live_in_different_storages()
    {
        await Stored.WriteExtra(2);
        Assert.False(await Engine.IsStoredAsync<NumberState>(Stored, "main"));
        Assert.True(await Engine.IsStoredAsync<NumberState>(Stored, "extra", "named"));
        await Stored.Write(1);
        await Stored.End();
        Assert.Equal(2, await Stored.Extra().Soon());
        Assert.Equal(1, (await Stored.Look()).Number);
    }

    [Fact]
    public async Task States_of_different_grains_are_apart()
    {
        await Grain<IStored>("12").Write(1);
        await Grain<IStored>("0012").Write(2);
        await Grain<IStored>("12").End();
        await Grain<IStored>("0012").End();
        Assert.Equal(1, (await Grain<IStored>("12").Look().Soon()).Number);
        Assert.Equal(2, (await Grain<IStored>("0012").Look().Soon()).Number);
    }

    [Fact]
    public async Task A_failed_read_fails_the_call_and_the_next_one_tries_again()
    {
        var number = Interlocked.Increment(ref _unreadable);
        await Stored.Write(number);
        await Stored.End();
        NumberState.Unreadable[number] = true;
        await Assert.ThrowsAnyAsync<Exception>(() => Stored.Look().Soon());
        NumberState.Unreadable.TryRemove(number, out _);
        Assert.Equal(number, (await Stored.Look().Soon()).Number);
    }
}

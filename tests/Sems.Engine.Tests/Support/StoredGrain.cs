namespace Sems.Engine.Tests.Support;

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

    public Task<StoredLook> Look() => Task.FromResult(new StoredLook(main.State.Number, main.RecordExists, main.Etag));

    public Task Set(int number)
    {
        main.State.Number = number;
        return Task.CompletedTask;
    }

    public Task Write(int number)
    {
        main.State.Number = number;
        return main.WriteStateAsync();
    }

    public Task Read() => main.ReadStateAsync();

    public Task Clear() => main.ClearStateAsync();

    public Task WriteExtra(int number)
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

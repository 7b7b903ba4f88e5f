using Sems.GrainInterfaces;
using Sems.Grains.Registry;
using Sems.Storage;

namespace Sems.Grains.Students;

/// <summary>One card and whose it is.</summary>
public sealed class CardGrain(IDatabase database) : Grain, ICardGrain
{
    private string? _owner;
    private Readings _readings;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <inheritdoc />
    public Task<string?> Resolve()
    {
        if (_owner is null) DeactivateOnIdle();
        return Task.FromResult(_owner);
    }

    /// <inheritdoc />
    public async Task<StudentCheck?> Check() =>
        await Resolve() is { } student ? await GrainFactory.GetGrain<IStudentGrain>(student).Check() : null;

    /// <inheritdoc />
    public async Task Assign(string studentNumber)
    {
        await database.Registry.AssignCardAsync(this.GetPrimaryKeyString(), studentNumber);
        await ReadAsync(CancellationToken.None);
    }

    /// <inheritdoc />
    public Task Forget() => ReadAsync(CancellationToken.None);

    private async Task ReadAsync(CancellationToken cancel)
    {
        var reading = _readings.Begin();
        var owner = await database.Registry.FindCardOwnerAsync(this.GetPrimaryKeyString(), cancel);
        if (_readings.Take(reading)) _owner = owner;
    }
}

using Sems.GrainInterfaces;
using Sems.Storage;

namespace Sems.Grains.Students;

/// <summary>One card and whose it is.</summary>
public sealed class CardGrain(IDatabase database) : Grain, ICardGrain
{
    private string? _owner;

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        _owner = await database.Registry.FindCardOwnerAsync(this.GetPrimaryKeyString(), cancellationToken);

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
        _owner = studentNumber;
    }
}
